import type { TaskState } from '#shared/after.ts';
import type { Api } from './api.ts';
import { keyOf, type TaskLine, type TaskMeeting } from './taskGroups.ts';
import { Trying } from './trying.svelte.ts';

/** What was promised in one meeting or in several, and saying what became of it. */
export class Tasks {
  #meetings = $state.raw<readonly TaskMeeting[]>([]);
  /** What was done when it was loaded is folded away; what is said now stays where it is. */
  #done = $state.raw<readonly string[]>([]);
  readonly #api: Pick<Api, 'reportTask'>;
  readonly trying = new Trying();

  constructor(api: Pick<Api, 'reportTask'>, meetings: readonly TaskMeeting[] = []) {
    this.#api = api;
    this.take(meetings);
  }

  get meetings(): readonly TaskMeeting[] {
    return this.#meetings;
  }

  /** Keys of the tasks that were done already. */
  get done(): readonly string[] {
    return this.#done;
  }

  take(meetings: readonly TaskMeeting[]): void {
    this.#meetings = meetings;
    const all = meetings.flatMap(({ id, tasks }) => tasks.map((task) => ({ key: keyOf(id, task), task })));
    this.#done = all.filter(({ task }) => task.report?.state === 'done').map(({ key }) => key);
  }

  /** Whether it worked; why not stands in `trying`. */
  report({ meeting, task }: Pick<TaskLine, 'meeting' | 'task'>, state: TaskState, words: string): Promise<boolean> {
    return this.trying.try(async () => {
      const told = await this.#api.reportTask(meeting, task, { state, words });
      this.#meetings = this.#meetings.map((one) =>
        one.id === meeting ? { ...one, tasks: one.tasks.map((each) => (each.id === task ? told : each)) } : one,
      );
    });
  }
}
