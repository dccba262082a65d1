import type * as z from 'zod/mini';
import { AppError, Problem } from '#shared/errors.ts';

export type Method = 'GET' | 'POST' | 'DELETE' | 'PUT';

/** Calls of the server's HTTP interface. Every refusal is thrown as an AppError; `unavailable` when nobody answered. */
export class Calls {
  readonly #seat: string | null;
  readonly #fetch: typeof fetch;

  constructor(fetchIt: typeof fetch, seat: string | null) {
    this.#fetch = fetchIt;
    this.#seat = seat;
  }

  /** What the server says, as far as it has the shape. @throws AppError `out-of-date` where it has not. */
  async ask<T>(method: Method, path: string, shape: z.ZodMiniType<T>, body?: unknown): Promise<T> {
    const response = await this.#send(method, path, body);
    const parsed = shape.safeParse(await readJson(response));
    if (!parsed.success) throw new AppError('out-of-date', `${path} answered in a form that this page does not know.`);
    return parsed.data;
  }

  /** Only whether it worked. */
  async tell(method: Method, path: string, body?: unknown): Promise<void> {
    await this.#send(method, path, body);
  }

  /** A text as it stands. */
  async text(path: string): Promise<string> {
    return (await this.#send('GET', path, undefined)).text();
  }

  /** A file as it stands. */
  async file(method: Method, path: string, body: unknown): Promise<Blob> {
    return (await this.#send(method, path, body)).blob();
  }

  async #send(method: Method, path: string, body: unknown): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
    if (this.#seat !== null) headers['x-seat'] = this.#seat;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await this.#reach(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await refusal(response);
    return response;
  }

  async #reach(path: string, init: RequestInit): Promise<Response> {
    try {
      return await this.#fetch(path, init);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new AppError('unavailable', `${path} gave no answer: ${why}`);
    }
  }
}

/** The error that a refused request stands for. */
async function refusal(response: Response): Promise<AppError> {
  const parsed = Problem.safeParse(await readJson(response));
  if (!parsed.success) return new AppError('internal', `The server answered ${response.status}.`);
  const { code, detail, ...extra } = parsed.data;
  return new AppError(code, detail, extra);
}

/** The body as JSON, or null when it is none. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null; // a proxy's error page; whoever parses it says so
  }
}
