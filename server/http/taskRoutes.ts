import type { IncomingMessage } from 'node:http';
import { NewNextMeeting, NewTaskReport } from '#shared/after.ts';
import type { Session } from '#server/access/session.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { NextMeeting } from '#server/meeting/nextMeeting.ts';
import type { Tasks } from '#server/meeting/tasks.ts';
import { nothing, participant, type Route } from './route.ts';

export interface TaskRoutesParts {
  tasks: Tasks;
  nextMeeting: NextMeeting;
  audit: Audit;
  /** How whoever asks came in. */
  session: (request: IncomingMessage) => Promise<Session | null>;
}

/** After a meeting: what was promised, what became of it, and the next meeting. */
export function taskRoutes({ tasks, nextMeeting, audit, session }: TaskRoutesParts): Route[] {
  return [
    participant('get', '/api/meetings/:id/tasks', nothing, async ({ by }) => {
      await audit.note(by.meeting, by, 'read', { about: 'tasks' });
      return { status: 200, body: await tasks.of(by) };
    }),

    participant('put', '/api/meetings/:id/tasks/:row', NewTaskReport, async ({ by, params, body }) => ({
      status: 200,
      body: await tasks.report(by, params['row'] ?? '', body),
    })),

    participant('post', '/api/meetings/:id/next', NewNextMeeting, async ({ by, body, request }) => {
      const { id } = await nextMeeting.make(by, await session(request), body);
      return { status: 201, body: { id } };
    }),

    participant('get', '/api/meetings/:id/earlier-people', nothing, async ({ by }) => ({
      status: 200,
      body: await nextMeeting.earlierPeople(by),
    })),
  ];
}
