import { NewCast, NewWithheld } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import { ParticipantId } from '#shared/ids.ts';
import type { People } from '#server/meeting/people.ts';
import { nothing, participant, type Route } from './route.ts';

/** What some participants decide about others. */
export function peopleRoutes(people: People): Route[] {
  const one = '/api/meetings/:id/participants/:participant';
  return [
    participant('delete', one, nothing, async ({ by, params }) => {
      await people.remove(by, named(params));
      return { status: 204 };
    }),

    participant('put', `${one}/cast`, NewCast, async ({ by, params, body }) => {
      await people.recast(by, named(params), body);
      return { status: 204 };
    }),

    participant('put', `${one}/withheld`, NewWithheld, async ({ by, params, body }) => {
      await people.withhold(by, named(params), body.sections);
      return { status: 204 };
    }),
  ];
}

function named(params: Readonly<Record<string, string>>): ParticipantId {
  const other = ParticipantId.safeParse(params['participant']);
  if (!other.success) throw new AppError('not-found', 'There is no such participant.');
  return other.data;
}
