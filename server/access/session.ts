import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse, serialize } from 'cookie';
import type { Kysely, Selectable } from 'kysely';
import { MeetingId, PersonId } from '#shared/ids.ts';
import { Profession, Role } from '#shared/roles.ts';
import type { SessionRow, Tables } from '#server/store/tables.ts';
import type { Chance, Hasher } from './secrets.ts';
import { z } from 'zod';

/** Who somebody is, for as long as the cookie holds. */
export interface Session {
  person: PersonId;
  name: string;
  role: Role;
  organisation: string | null;
  profession: Profession | null;
  /** The one meeting that an invitation was for; null for somebody who signed in. */
  meeting: MeetingId | null;
}

const HOUR_MS = 3_600_000;
/** A signed-in working day. */
const SIGNED_IN_MS = 12 * HOUR_MS;
/** Somebody invited prepares at home for days, and comes back after the meeting for the copy. */
const INVITED_MS = 14 * 24 * HOUR_MS;

/** In a demo several people sit in one browser; each window names its seat, and each seat has its own cookie. */
const SEAT = /^[a-z0-9]{1,24}$/;

export interface Sessions {
  /** A new session, always with a new id; the one that the request came with ends, and comes back, expired or not. */
  open(request: IncomingMessage, response: ServerResponse, who: Session): Promise<Session | null>;
  /** The session of the request's cookie, or null: unknown and expired alike. */
  read(request: IncomingMessage): Promise<Session | null>;
  /** Ends the session of the request's cookie, which comes back, expired or not. */
  close(request: IncomingMessage, response: ServerResponse): Promise<Session | null>;
  /** Forgets the sessions that have expired. What comes back are those of people who have no other. */
  sweep(): Promise<Session[]>;
}

export interface SessionParts {
  db: Kysely<Tables>;
  chance: Chance;
  hash: Hasher;
  now: () => number;
  /** Cookies only over TLS. */
  secure: boolean;
  demo: boolean;
}

export function createSessions({ db, chance, hash, now, secure, demo }: SessionParts): Sessions {
  const cookieName = (request: IncomingMessage) => {
    const seat = demo ? seatOf(request) : null;
    return `${secure ? '__Host-' : ''}session${seat ? `-${seat}` : ''}`;
  };
  const idOf = (request: IncomingMessage) => parse(request.headers.cookie ?? '')[cookieName(request)];
  const bake = (request: IncomingMessage, id: string, maxAgeMs: number) =>
    serialize(cookieName(request), id, {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      maxAge: Math.floor(maxAgeMs / 1000),
    });
  const forget = async (request: IncomingMessage): Promise<Session | null> => {
    const id = idOf(request);
    if (!id) return null;
    const row = await db.deleteFrom('sessions').where('hash', '=', hash(id)).returningAll().executeTakeFirst();
    return row ? sessionOf(row) : null;
  };

  return {
    async open(request, response, who) {
      const old = await forget(request);
      const id = chance.mint();
      const lastsMs = who.meeting ? INVITED_MS : SIGNED_IN_MS;
      await db
        .insertInto('sessions')
        .values({ ...who, hash: hash(id), expires_at: now() + lastsMs })
        .execute();
      response.appendHeader('Set-Cookie', bake(request, id, lastsMs));
      return old;
    },

    async read(request) {
      const id = idOf(request);
      if (!id) return null;
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('hash', '=', hash(id))
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return row ? sessionOf(row) : null;
    },

    async close(request, response) {
      const old = await forget(request);
      response.appendHeader('Set-Cookie', bake(request, '', 0));
      return old;
    },

    async sweep() {
      const expired = await db.deleteFrom('sessions').where('expires_at', '<=', now()).returningAll().execute();
      const people = expired.map(({ person }) => person);
      const others = await db.selectFrom('sessions').select('person').where('person', 'in', people).execute();
      return expired.filter(({ person }) => !others.some((other) => other.person === person)).map(sessionOf);
    },
  };
}

function sessionOf(row: Selectable<SessionRow>): Session {
  return {
    person: PersonId.parse(row.person),
    name: row.name,
    role: Role.parse(row.role),
    organisation: row.organisation,
    profession: z.nullable(Profession).parse(row.profession),
    meeting: z.nullable(MeetingId).parse(row.meeting),
  };
}

/** The seat that the window says it is: a header from pages, a query parameter from sockets and links. */
function seatOf(request: IncomingMessage): string | null {
  const header = request.headers['x-seat'];
  const seat =
    typeof header === 'string' ? header : new URL(request.url ?? '/', 'http://house').searchParams.get('seat');
  return seat !== null && SEAT.test(seat) ? seat : null;
}
