import { AppError, type ErrorCode } from '#shared/errors.ts';
import {
  firstChoiceFor,
  JOURNAL_ORDER_OF,
  JOURNAL_PARTS,
  journalChoice,
  type JournalChoice,
  type JournalPart,
  type JournalReceiver,
} from '#shared/journal.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { World } from './world.ts';

/** Each reading is in the access log: whoever ticks several boxes gets one text. */
const PAUSE_MS = 400;

/** A heading that can be chosen. */
export interface PartChoice {
  part: JournalPart;
  chosen: boolean;
  /** Whether something stands under it. */
  written: boolean;
}

export interface JournalChoosingParts {
  receiver: JournalReceiver;
  /** Parts of the plan in which something stands. */
  written: readonly SectionKey[];
  /** The text as the server makes it. */
  read: (choice: JournalChoice) => Promise<string>;
  after: World['after'];
}

/** The text for a journal as somebody puts it together. */
export class JournalChoosing {
  #receiver: JournalReceiver;
  #chosen = $state.raw<readonly JournalPart[]>([]);
  #text = $state.raw<{ of: string; words: string } | null>(null);
  #refused = $state.raw<ErrorCode | null>(null);
  #forget: () => void = () => undefined;
  /** Texts by their choice. */
  #known: Readonly<Record<string, string>> = {};
  readonly #parts: Omit<JournalChoosingParts, 'receiver'>;

  constructor({ receiver, ...parts }: JournalChoosingParts) {
    this.#receiver = $state.raw(receiver);
    this.#parts = parts;
    this.#chosen = this.#first(receiver);
  }

  get receiver(): JournalReceiver {
    return this.#receiver;
  }

  get choice(): JournalChoice {
    return journalChoice(this.#receiver, this.#chosen);
  }

  /** All headings, in the receiver's order. */
  get parts(): PartChoice[] {
    return JOURNAL_ORDER_OF[this.#receiver].map((part) => ({
      ...{ part, chosen: this.#chosen.includes(part), written: this.#isWritten(part) },
    }));
  }

  /** The text of the choice; null until it has come, and where nothing is chosen. */
  get text(): string | null {
    return this.#text?.of === keyOf(this.choice) ? this.#text.words : null;
  }

  /** What was shown last, until the next has come: the page does not jump. */
  get shown(): string {
    return this.#chosen.length ? (this.#text?.words ?? '') : '';
  }

  /** Why it could not be read. */
  get refused(): ErrorCode | null {
    return this.#refused;
  }

  /** The text is for somebody else, who needs other parts. */
  choose(receiver: JournalReceiver): void {
    this.#receiver = receiver;
    this.#chosen = this.#first(receiver);
    void this.look();
  }

  toggle(part: JournalPart): void {
    const isChosen = this.#chosen.includes(part);
    this.#chosen = isChosen ? this.#chosen.filter((one) => one !== part) : [...this.#chosen, part];
    this.#forget();
    this.#forget = this.#parts.after(PAUSE_MS, () => void this.look());
  }

  /** Reads the text of the choice as it is, and keeps it. */
  async look(): Promise<void> {
    this.#forget();
    const { choice } = this;
    const of = keyOf(choice);
    if (choice.parts.length === 0) return;
    try {
      const words = this.#known[of] ?? (await this.#parts.read(choice));
      this.#known = { ...this.#known, [of]: words };
      if (of !== keyOf(this.choice)) return;
      this.#text = { of, words };
      this.#refused = null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#refused = error.code;
    }
  }

  /** The text of the choice, read where it is not here yet. @throws AppError when it cannot be had. */
  async take(): Promise<string> {
    await this.look();
    if (this.text === null) throw new AppError(this.#refused ?? 'unavailable', 'There is no text.');
    return this.text;
  }

  #first(receiver: JournalReceiver): JournalPart[] {
    return firstChoiceFor(receiver).filter((part) => this.#isWritten(part));
  }

  #isWritten(part: JournalPart): boolean {
    return JOURNAL_PARTS[part].some(({ section }) => this.#parts.written.includes(section));
  }
}

const keyOf = ({ receiver, parts }: JournalChoice): string => `${receiver}:${parts.join()}`;
