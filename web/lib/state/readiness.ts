import type { MeetingView } from '#shared/live.ts';
import { firstName } from './people.ts';

/** Who is ready to go on, of those who are here and speak. Whoever leads goes on when it is time, and is not asked. */
export interface Readiness {
  ready: number;
  all: number;
  /** First names of those who are not. */
  waiting: string[];
}

export function readinessOf({ participants, talk, facilitator }: MeetingView): Readiness {
  const asked = participants.filter(({ id }) => talk.order.includes(id) && id !== facilitator);
  const waiting = asked.filter(({ ready }) => !ready).map(({ name }) => firstName(name));
  return { ready: asked.length - waiting.length, all: asked.length, waiting };
}
