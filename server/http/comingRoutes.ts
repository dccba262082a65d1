import { Redemption } from '#shared/api.ts';
import { HelpAsked, NewLetter, type Expected } from '#shared/coming.ts';
import { AppError } from '#shared/errors.ts';
import { isStaff, type Role } from '#shared/roles.ts';
import type { Language } from '#shared/words/language.ts';
import type { HeldInvitations } from '#server/access/heldInvitations.ts';
import { linkTo, type Invitations } from '#server/access/invitations.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Readings } from '#server/audit/readings.ts';
import type { Meeting, Meetings } from '#server/meeting/meetings.ts';
import { anyone, nothing, participant, type Route } from './route.ts';

/** What the letter is made from. Times are ms since 1970. */
interface Letter {
  language: Language;
  invited: { name: string; role: Role };
  inviter: { name: string; organisation: string | null };
  meeting: Pick<Meeting, 'startsAt' | 'videoUrl' | 'helpPhone' | 'demo'>;
  link: string;
  code: string;
  madeAt: number;
}

export interface ComingRoutesParts {
  held: HeldInvitations;
  invitations: Pick<Invitations, 'of'>;
  meetings: Pick<Meetings, 'require'>;
  audit: Audit;
  readings: Readings;
  /** Where a link leads that is given to somebody else, by the request that asked for it. */
  originOf: (headers: { host?: string | undefined }) => string;
  /** The letter as PDF. */
  letterOf: (letter: Letter) => Promise<Uint8Array>;
  now: () => number;
}

/** The invitation's letter, help for whoever holds one, and who is waited for. */
export function comingRoutes(parts: ComingRoutesParts): Route[] {
  const { held, invitations, meetings, audit, readings, originOf, letterOf, now } = parts;
  return [
    // A POST, so that the token stands in no address that is logged on the way.
    anyone('post', '/api/invitations/help', HelpAsked, async ({ body, request }) => ({
      status: 200,
      body: await held.help(body.token, request.ip ?? 'unknown'),
    })),

    participant('get', '/api/meetings/:id/coming', nothing, async ({ by }) => {
      await readings.note(by, 'coming');
      const open = (await invitations.of(by.meeting)).filter(({ status }) => status === 'open');
      // Whether others of the kin are asked is between them and the patient, until they are here.
      const seesKin = by.role === 'patient' || isStaff(by.role);
      const told = open.filter(({ role }) => role !== 'kin' || seesKin);
      return { status: 200, body: told.map(({ name, role }) => ({ name, role })) satisfies Expected };
    }),

    participant('post', '/api/meetings/:id/letter', NewLetter, async ({ by, body, request }) => {
      const meeting = await meetings.require(by, 'invite');
      const { url, code, language = 'nb' } = body;
      const origin = originOf(request.headers);
      const token = tokenIn(url, origin);
      const invited = await held.addressed(by.meeting, token, code);
      await audit.note(by.meeting, by, 'letter-made', { about: invited.role });
      const link = linkTo(origin, token, language);
      const letter = await letterOf({ language, invited, inviter: by, meeting, link, code, madeAt: now() });
      return { status: 200, file: { body: letter, contentType: 'application/pdf', filename: 'invitasjon.pdf' } };
    }),
  ];
}

/** No letter of ours leads anywhere else. @throws AppError `not-found` for a foreign address */
function tokenIn(address: string, origin: string): string {
  const url = new URL(address);
  const token = Redemption.shape.token.safeParse(url.hash.slice(1));
  if (url.origin !== new URL(origin).origin || url.pathname !== '/join' || !token.success)
    throw new AppError('not-found', 'This address is no invitation of ours.');
  return token.data;
}
