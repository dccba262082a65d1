import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { AppError, problemOf, type ErrorCode } from '#shared/errors.ts';

/** Errors of the body parser, by the `type` it gives them, as ours. */
const PARSER: Readonly<Record<string, [ErrorCode, string]>> = {
  'entity.parse.failed': ['bad-input', 'The body is not JSON.'],
  'entity.too.large': ['too-large', 'The body is too large.'],
  'encoding.unsupported': ['bad-input', 'The body has an encoding that is not supported.'],
  'charset.unsupported': ['bad-input', 'The body has a character set that is not supported.'],
  'request.aborted': ['bad-input', 'The body did not come to its end.'],
};

/** Every refusal leaves as RFC 9457 problem details; what was not refused on purpose is logged, and told without detail. */
export function problems(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const known = fromParser(error) ?? error;
    if (!(known instanceof AppError)) logger.error({ err: error }, 'a request failed');
    const problem = problemOf(known);
    if (typeof problem['retryAfter'] === 'number') response.set('Retry-After', String(problem['retryAfter']));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

function fromParser(error: unknown): AppError | null {
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
  const known = PARSER[type];
  if (known) return new AppError(...known);
  // A body that cannot be unpacked, and whatever else a parser says is the caller's fault.
  if (error instanceof Error && 'expose' in error && error.expose === true)
    return new AppError('bad-input', 'The request is not right.');
  // Express itself refuses addresses that are not well-formed.
  return error instanceof URIError ? new AppError('bad-input', 'The address is not well-formed.') : null;
}
