import { error, type LoadEvent } from '@sveltejs/kit';
import { AppError, WIRE, type ErrorCode } from '#shared/errors.ts';
import type { Api } from './api.ts';
import type { Speech } from './words.svelte.ts';

/** What the layout loads, and every page gets as well. */
export type HouseData = { api: Api; speech: Speech };

/** What a page's `load` is given. */
export type PageLoadEvent<Params extends Record<string, string> = Record<string, never>> = LoadEvent<
  Params,
  null,
  HouseData
>;

/** What a page's `load` makes, as the page gets it. */
export type PageData<Load extends (event: never) => unknown> = Awaited<ReturnType<Load>> & HouseData;

/** What a page needs before it can be shown. A refusal becomes the error page, with the reason's code. */
export async function loaded<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (refused) {
    if (!(refused instanceof AppError)) throw refused;
    error(WIRE[refused.code].status, { message: refused.message, code: refused.code });
  }
}

/** The answer, or null when it is refused with `code`, which here is no error but an answer as well. */
export async function nullOn<T>(code: ErrorCode, answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (refused) {
    if (refused instanceof AppError && refused.code === code) return null;
    throw refused;
  }
}
