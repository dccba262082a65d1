import { Redemption, type Me } from '#shared/api.ts';
import { ParticipantId, PersonId } from '#shared/ids.ts';
import { anyone, nothing, signedIn, type Route } from './route.ts';
import { STRANGER, type Audit } from '#server/audit/audit.ts';
import type { Bell } from '#server/meeting/bell.ts';
import type { Invitations } from '#server/access/invitations.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Entrance } from '#server/meeting/entrance.ts';
import type { Chance } from '#server/access/secrets.ts';

export interface AccessRoutesParts {
  entrance: Entrance;
  participants: Pick<Participants, 'join'>;
  invitations: Invitations;
  audit: Audit;
  bell: Bell;
  chance: Chance;
  demo: boolean;
}

/** Coming in and going out. */
export function accessRoutes({
  entrance,
  participants,
  invitations,
  audit,
  bell,
  chance,
  demo,
}: AccessRoutesParts): Route[] {
  return [
    signedIn('get', '/api/me', nothing, async ({ session }) => {
      const { name, role, organisation, profession, meeting } = session;
      return { status: 200, body: { name, role, organisation, profession, meeting, demo } satisfies Me };
    }),

    anyone('delete', '/api/session', nothing, async ({ request, response }) => {
      await entrance.leave(request, response);
      return { status: 204 };
    }),

    // Nothing but a human's POST with the code uses an invitation up; opening the link's page does not.
    anyone('post', '/api/invitations/redeem', Redemption, async ({ body, request, response }) => {
      const person = PersonId.parse(chance.mint());
      const id = ParticipantId.parse(chance.mint());
      const from = request.ip ?? 'unknown';
      const invited = await invitations.redeem(body.token, body.code, from, {
        async enter(who) {
          await audit.note(who.meeting, { ...who, id }, 'joined');
          await participants.join(who.meeting, { ...who, person }, id);
          return who;
        },
        refuse: (meeting) => audit.note(meeting, STRANGER, 'joined', { about: 'wrong-code', refused: true }),
      });
      const { name, role, organisation, profession, meeting } = invited;
      await entrance.enter(request, response, { person, name, role, organisation, profession, meeting });
      bell.emit('meeting', meeting);
      bell.emit('agreement', meeting);
      return { status: 204 };
    }),
  ];
}
