import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { Minutes } from '#shared/meeting/minutes.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { MinutesBook } from '#server/meeting/minutes.ts';
import type { Receivers } from '#server/meeting/receivers.ts';
import { nothing, participant, type Route } from './route.ts';

export interface MinutesRoutesParts {
  minutes: MinutesBook;
  audit: Audit;
  receivers: Pick<Receivers, 'require'>;
  /** The minutes as plain text for a journal. */
  textOf: (minutes: Minutes) => Promise<string>;
}

const Format = z.enum(['json', 'text']).default('json');

/** What happened in a meeting: `GET …/minutes`, and `?format=text` for a journal. Each participant gets what they may read. */
export function minutesRoutes({ minutes, audit, receivers, textOf }: MinutesRoutesParts): Route[] {
  return [
    participant('get', '/api/meetings/:id/minutes', nothing, async ({ by, query }) => {
      const format = Format.safeParse(query['format']);
      if (!format.success) throw new AppError('bad-input', 'format is json or text.');
      if (format.data === 'text') await receivers.require(by);
      const told = await minutes.of(by);
      await audit.note(by.meeting, by, 'read', { about: `minutes, ${format.data}` });
      if (format.data === 'json') return { status: 200, body: Minutes.parse(told) };
      const file = { body: await textOf(told), contentType: 'text/plain; charset=utf-8', filename: 'referat.txt' };
      return { status: 200, file };
    }),
  ];
}
