import { Api } from '#lib/state/api.ts';
import { seatIn } from '#lib/state/seat.ts';
import type { HouseData } from '#lib/state/loading.ts';
import type { LoadEvent } from '@sveltejs/kit';

/** The shell comes from the server; everything in it is made in the browser, after the server has said who one is. */
export const ssr = false;

export const load = ({ fetch, url }: LoadEvent): HouseData => ({ api: new Api(fetch, seatIn(url.searchParams)) });
