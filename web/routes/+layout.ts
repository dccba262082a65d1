import { Api } from '#lib/state/api.ts';
import { seatIn } from '#lib/state/seat.ts';
import type { HouseData } from '#lib/state/loading.ts';
import { openSpeech } from '#lib/state/words.svelte.ts';
import type { LoadEvent } from '@sveltejs/kit';

/** The shell comes from the server; everything in it is made in the browser, after the server has said who one is. */
export const ssr = false;

export const load = async ({ fetch, url, untrack }: LoadEvent): Promise<HouseData> => {
  const seat = seatIn(url.searchParams);
  // Asked once: an address without the word is no wish for another speech.
  const asked = untrack(() => url.searchParams.get('language'));
  const speech = await openSpeech(localStorage, seat ?? '', asked);
  return { api: new Api(fetch, seat), speech };
};
