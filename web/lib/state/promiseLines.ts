import type { TaskSection } from '#shared/meeting/tasks.ts';
import { longDay } from '#shared/when.ts';
import type { PromisedTask } from './signing.ts';
import type { Speech } from './words.svelte.ts';

/** A task of the plan, as those read it who take it on. */
export interface PromiseLine {
  id: string;
  what: string;
  /** Whose it is, and when. */
  more: string[];
  takenBy: PromisedTask['takenBy'];
}

/** An appointment is on its day; what somebody does, is done by then. */
const ON_THE_DAY: readonly TaskSection[] = ['followup', 'services'];

export function promiseLines(tasks: readonly PromisedTask[], { staffWords, words }: Speech): PromiseLine[] {
  const { signing, tasks: said } = staffWords;
  return tasks.map(({ id, section, what, owner, due, when, takenBy }) => {
    const date = due === null ? '' : longDay(due, words.calendar);
    const day = date === '' ? when.trim() : ON_THE_DAY.includes(section) ? date : signing.due(date);
    return {
      ...{ id, takenBy, what: section === 'disagreements' ? said.settle(what) : what },
      more: [owner.trim() ? signing.owner(owner.trim()) : '', day].filter((one) => one !== ''),
    };
  });
}
