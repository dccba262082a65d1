import { DemoSeat, DemoSession, type DemoOffer } from '#shared/api.ts';
import { PersonId } from '#shared/ids.ts';
import type { Chance } from '#server/access/secrets.ts';
import type { Demo } from '#server/demo/demo.ts';
import type { Entrance } from '#server/meeting/entrance.ts';
import { summaryOf } from './meetingRoutes.ts';
import { anyone, nothing, type Route } from './route.ts';

export interface DemoRoutesParts {
  demo: Demo;
  entrance: Entrance;
  chance: Chance;
}

/** Coming in without a password, as anyone. Outside a demo these addresses do not exist. */
export function demoRoutes({ demo, entrance, chance }: DemoRoutesParts): Route[] {
  return [
    anyone('post', '/api/demo/session', DemoSession, async ({ body, request, response }) => {
      const { name, role } = body;
      const person = PersonId.parse(chance.mint());
      const rest = { organisation: body.organisation ?? null, profession: body.profession ?? null, meeting: null };
      await entrance.enter(request, response, { person, name, role, ...rest });
      return { status: 204 };
    }),

    anyone('get', '/api/demo', nothing, async () => {
      const { meeting, people } = await demo.offer();
      const offer: DemoOffer = {
        meeting: summaryOf(meeting),
        people: people.map(({ id, name, role, organisation, profession }) => ({
          ...{ participant: id, name, role, organisation, profession },
        })),
      };
      return { status: 200, body: offer };
    }),

    anyone('post', '/api/demo/seats', DemoSeat, async ({ body, request, response }) => {
      await entrance.enter(request, response, await demo.seat(body.participant));
      return { status: 204 };
    }),
  ];
}
