import type { Request, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { MeetingId } from '#shared/ids.ts';
import { isStaff } from '#shared/roles.ts';
import type { Access } from '#server/access/access.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Session } from '#server/access/session.ts';

/** What a handler gives back. Without a body the status stands alone. */
export interface Reply {
  status: number;
  body?: unknown;
  /** Something else than JSON; with a filename it is offered for saving. */
  file?: { body: Uint8Array | string; contentType: string; filename?: string };
  headers?: Record<string, string>;
}

/** What every handler is given: the parsed body, and the raw pair for cookies and addresses. */
export interface Call<Body = unknown> {
  body: Body;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, unknown>>;
  request: Request;
  response: Response;
}

export interface Route {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  run(call: Call, at: Door): Promise<Reply>;
}

/** Who is asked at the door of every route, and who is told of refusals. */
export interface Door {
  access: Access;
  /** A participant was refused; for the access log. */
  onRefused: (by: Participant, about: string) => Promise<void>;
}

type Handler<Body, More> = (call: Call<Body> & More) => Promise<Reply>;
type SessionHandler<Body> = Handler<Body, { session: Session }>;
type Method = Route['method'];

/** No body is asked for; whatever is sent is not looked at. */
export const nothing = z.unknown();

/** For anyone, signed in or not. */
export function anyone<B>(method: Method, path: string, body: z.core.$ZodType<B>, handle: Handler<B, object>): Route {
  return { method, path, run: (call) => handle({ ...call, body: parsed(body, call.body) }) };
}

/** For whoever is signed in. */
export function signedIn<B>(method: Method, path: string, body: z.core.$ZodType<B>, handle: SessionHandler<B>): Route {
  return forSession({ method, path, body, handle, admits: () => true });
}

/** For staff who signed in. */
export function staff<B>(method: Method, path: string, body: z.core.$ZodType<B>, handle: SessionHandler<B>): Route {
  return forSession({ method, path, body, handle, admits: ({ role, meeting }) => isStaff(role) && meeting === null });
}

/** For participants of the meeting `:id`; to all others it does not exist. */
export function participant<B>(
  method: Method,
  path: string,
  body: z.core.$ZodType<B>,
  handle: Handler<B, { by: Participant }>,
): Route {
  return {
    method,
    path,
    run: async (call, { access, onRefused }) => {
      const session = await required(access, call.request);
      const meeting = MeetingId.safeParse(call.params['id']);
      if (!meeting.success) throw new AppError('not-found', 'There is no such meeting for you.');
      const by = await access.participants.find(session, meeting.data);
      try {
        return await handle({ ...call, by, body: parsed(body, call.body) });
      } catch (error) {
        if (error instanceof AppError) await onRefused(by, `${method.toUpperCase()} ${path}: ${error.code}`);
        throw error;
      }
    },
  };
}

/** The same route, whose refusals the access log does not keep: for what must not lead back to a person. */
export function unlogged(route: Route): Route {
  return { ...route, run: (call, door) => route.run(call, { ...door, onRefused: async () => undefined }) };
}

interface SessionRoute<B> {
  method: Method;
  path: string;
  body: z.core.$ZodType<B>;
  handle: SessionHandler<B>;
  admits: (session: Session) => boolean;
}

function forSession<B>({ method, path, body, handle, admits }: SessionRoute<B>): Route {
  return {
    method,
    path,
    run: async (call, { access }) => {
      const session = await required(access, call.request);
      if (!admits(session)) throw new AppError('forbidden', 'Only staff who have signed in may do this.');
      return handle({ ...call, session, body: parsed(body, call.body) });
    },
  };
}

/** Puts the routes on an Express router, in their order. */
export function mount(router: Router, routes: readonly Route[], door: Door): void {
  for (const route of routes) router[route.method](route.path, handlerOf(route, door));
}

function handlerOf(route: Route, door: Door): RequestHandler {
  return async (request, response) => {
    const params = z.record(z.string(), z.string()).parse(request.params);
    const body: unknown = request.body;
    const reply = await route.run({ body, params, query: request.query, request, response }, door);
    response.status(reply.status).set(reply.headers ?? {});
    if (reply.file) {
      if (reply.file.filename) response.attachment(reply.file.filename);
      response.type(reply.file.contentType);
      response.send(typeof reply.file.body === 'string' ? reply.file.body : Buffer.from(reply.file.body));
    } else if (reply.body === undefined) response.end();
    else response.json(reply.body);
  };
}

async function required(access: Access, request: Request): Promise<Session> {
  const session = await access.sessions.read(request);
  if (!session) throw new AppError('not-signed-in', 'Sign in, or open your invitation.');
  return session;
}

function parsed<B>(schema: z.core.$ZodType<B>, body: unknown): B {
  const result = z.safeParse(schema, body);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({ path: z.core.toDotPath(issue.path), message: issue.message }));
  throw new AppError('bad-input', 'What was sent is not right; see issues.', { issues });
}
