import type { Readings } from '#server/audit/readings.ts';
import type { AuthorBook } from '#server/meeting/authors.ts';
import { nothing, participant, type Route } from './route.ts';

/** Who has written the patient's own words: `GET …/authors`, of the parts that the one who asks may read. */
export function authorRoutes(authors: AuthorBook, readings: Readings): Route[] {
  return [
    participant('get', '/api/meetings/:id/authors', nothing, async ({ by }) => {
      await readings.note(by, 'authors');
      return { status: 200, body: await authors.of(by) };
    }),
  ];
}
