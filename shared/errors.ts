import * as z from 'zod/mini';

/** Everything that is refused on purpose, and how it leaves the house: an HTTP status, a WebSocket close code. */
export const WIRE = {
  'bad-input': { status: 400, close: 4400 },
  'not-signed-in': { status: 401, close: 4401 },
  forbidden: { status: 403, close: 4403 },
  'wrong-origin': { status: 403, close: 4403 },
  'wrong-code': { status: 403, close: 4403 },
  /** The patient does not want the plan sent to them. */
  'not-a-receiver': { status: 403, close: 4403 },
  'not-found': { status: 404, close: 4404 },
  'too-slow': { status: 408, close: 4408 },
  'out-of-date': { status: 409, close: 4409 },
  /** The command does not fit the state that the meeting is in. */
  'not-now': { status: 409, close: 4409 },
  /** Somebody said that they are not finished; the problem names them. */
  'not-finished': { status: 409, close: 4409 },
  /** The hash is not that of the content as it stands. */
  changed: { status: 409, close: 4409 },
  /** Something that is required is missing; the problem lists it. */
  incomplete: { status: 409, close: 4409 },
  /** The invitation was used, revoked or has expired. */
  gone: { status: 410, close: 4404 },
  'too-large': { status: 413, close: 4413 },
  'too-many': { status: 429, close: 4429 },
  internal: { status: 500, close: 1011 },
  unavailable: { status: 503, close: 1013 },
} as const satisfies Record<string, { status: number; close: number }>;

export type ErrorCode = keyof typeof WIRE;
export const ERROR_CODES = Object.keys(WIRE) as ErrorCode[];

/** The one error that is thrown on purpose. Anything else that is thrown is a bug and leaves as `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Further members of the problem, e.g. `missing`; shown to the caller. */
  readonly extra: Record<string, unknown>;

  constructor(code: ErrorCode, detail: string, extra: Record<string, unknown> = {}) {
    super(detail);
    this.name = 'AppError';
    this.code = code;
    this.extra = extra;
  }
}

/** RFC 9457 problem details, with our closed list of codes. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(ERROR_CODES),
});
export type Problem = z.infer<typeof Problem>;

/** An error as it is told outside. What was not thrown on purpose is told without detail. */
export function problemOf(error: unknown): Problem {
  const known = error instanceof AppError ? error : new AppError('internal', 'Something went wrong on our side.');
  return {
    type: `urn:problem:${known.code}`,
    title: known.code.replaceAll('-', ' '),
    status: WIRE[known.code].status,
    detail: known.message,
    code: known.code,
    ...known.extra,
  };
}
