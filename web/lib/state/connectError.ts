import { ERROR_CODES, Problem, type ErrorCode } from '#shared/errors.ts';

/** What socket.io says with `connect_error`: a problem in `data`, or an answer of HTTP in `context`. */
type ConnectError = Error & { data?: unknown; context?: unknown };

/** Why the server would not let a socket of socket.io in, where it says so. */
export function connectErrorCode({ data, context }: ConnectError): ErrorCode | null {
  const problem = Problem.safeParse(data);
  return problem.success ? problem.data.code : codeIn(context);
}

/** Who is refused before there is a session is told so in the body of the answer. */
function codeIn(context: unknown): ErrorCode | null {
  const { responseText } = (context ?? {}) as { responseText?: unknown };
  if (typeof responseText !== 'string') return null;
  try {
    const { message } = JSON.parse(responseText) as { message?: unknown };
    return ERROR_CODES.find((code) => code === message) ?? null;
  } catch {
    return null;
  }
}
