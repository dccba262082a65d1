import * as z from 'zod/mini';
import { AppError } from '#shared/errors.ts';
import { ParticipantId } from '#shared/ids.ts';
import type { ParticipantView } from '#shared/live.ts';
import type { Command } from '#shared/meeting/command.ts';
import type { Meeting } from './meeting.svelte.ts';
import type { Trying } from './trying.svelte.ts';

const NotFinished = z.object({ waiting: z.array(ParticipantId) });

/** The commands of whoever leads. Nobody who is not finished is left behind without a question. */
export class Leading {
  readonly #meeting: Pick<Meeting, 'command' | 'view'>;
  readonly #trying: Trying;
  /** Names of those who are not finished. */
  #unfinished = $state.raw<readonly string[] | null>(null);
  #answer: (goOn: boolean) => void = () => undefined;

  constructor(meeting: Pick<Meeting, 'command' | 'view'>, trying: Trying) {
    this.#meeting = meeting;
    this.#trying = trying;
  }

  /** Who is not finished, while whoever leads is asked whether the meeting goes on all the same; else null. */
  get unfinished(): readonly string[] | null {
    return this.#unfinished;
  }

  answer(goOn: boolean): void {
    this.#unfinished = null;
    this.#answer(goOn);
  }

  /** Whether it was done; why not stands in `trying`, or it was taken back when somebody was not finished. */
  async give(command: Command): Promise<boolean> {
    let waiting = null as readonly ParticipantId[] | null;
    const worked = await this.#trying.try(async () => {
      try {
        await this.#meeting.command(command);
      } catch (refused) {
        waiting = waitingIn(refused);
        if (waiting === null) throw refused;
      }
    });
    if (waiting === null || (command.kind !== 'goTo' && command.kind !== 'sumUp')) return worked;
    const goesOn = await this.#ask(waiting);
    return goesOn && this.#trying.try(() => this.#meeting.command({ ...command, evenSo: true }));
  }

  #ask(waiting: readonly ParticipantId[]): Promise<boolean> {
    this.#answer(false);
    this.#unfinished = waiting.map((id) => nameIn(this.#meeting.view.participants, id));
    return new Promise((resolve) => (this.#answer = resolve));
  }
}

function waitingIn(refused: unknown): readonly ParticipantId[] | null {
  if (!(refused instanceof AppError) || refused.code !== 'not-finished') return null;
  return NotFinished.safeParse(refused.extra).data?.waiting ?? [];
}

const nameIn = (people: readonly ParticipantView[], id: ParticipantId): string =>
  people.find((person) => person.id === id)?.name ?? '';
