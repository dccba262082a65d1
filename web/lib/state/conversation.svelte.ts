import type { Row } from '#shared/plan/plan.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Theme, Written } from './conversationSteps.ts';
import type { SharedPart } from './sharedPart.svelte.ts';
import type { SharedPlan } from './sharedPlan.svelte.ts';
import { answeredThemes, statedGoals, writtenIn } from './toldBefore.ts';
import { fits } from './wordsElement.ts';
import { WHOLE, WordsPlace, type Where } from './wordsPlace.ts';

/** An answer to a theme, to lean on when one goes on. */
export interface Thought {
  theme: Theme;
  words: string;
}

const PARTS = ['story.themes', 'story', 'goals', 'questions'] as const satisfies readonly SectionKey[];

/** What the patient tells before the meeting, as it stands in the shared plan, and what one can do with it. */
export class Conversation {
  readonly #plan: SharedPlan;
  /** Goals that were made of a theme here: they are its goal also when they have got other words. */
  #made = $state.raw<Readonly<Partial<Record<Theme, string>>>>({});

  constructor(plan: SharedPlan) {
    this.#plan = plan;
  }

  get themes(): SharedPart {
    return this.#plan.part('story.themes');
  }

  get story(): SharedPart {
    return this.#plan.part('story');
  }

  get goals(): SharedPart {
    return this.#plan.part('goals');
  }

  get questions(): SharedPart {
    return this.#plan.part('questions');
  }

  /** Everything has come that ever will. */
  get isLoaded(): boolean {
    return PARTS.map((key) => this.#plan.part(key)).every((part) => part.loaded || part.isWithheld || part.ended);
  }

  get written(): Written {
    return writtenIn({
      'story.themes': this.themes.answers,
      story: this.story.words,
      goals: this.goals.rows,
      questions: this.questions.rows,
    });
  }

  /** The themes that have an answer. */
  get thoughts(): Thought[] {
    const { answers } = this.themes;
    return answeredThemes(answers).map((theme) => ({ theme, words: String(answers[theme]).trim() }));
  }

  /** The goals that say something. */
  get statedGoals(): Row[] {
    return statedGoals(this.goals.rows);
  }

  /** Answers that no goal was made of. */
  get thoughtsWithoutGoal(): Thought[] {
    const { rows } = this.goals;
    return this.thoughts.filter(
      ({ theme, words }) => !rows.some(({ id, activity }) => id === this.#made[theme] || activity === words),
    );
  }

  /** The words stand in the story already. */
  isTaken(words: string): boolean {
    return this.story.words.includes(words);
  }

  /** Adds an answer's words to the story, on a line of their own. */
  take(words: string): void {
    if (!this.isTaken(words)) append(this.story, { field: WHOLE }, words);
  }

  /** Begins an answer with `beginning`, in place of another beginning that nothing followed. */
  begin(theme: Theme, beginning: string, all: readonly string[]): void {
    const words = String(this.themes.answers[theme] ?? '');
    append(this.themes, { field: theme }, `${beginning} `, all.includes(words.trim()));
  }

  /** Makes a goal of an answer; null where nothing can be written. */
  makeGoal({ theme, words }: Thought): string | null {
    const id = this.goals.list?.add({ activity: words }) ?? null;
    if (id) this.#made = { ...this.#made, [theme]: id };
    return id;
  }
}

function append(part: SharedPart, where: Where, words: string, instead = false): void {
  const place = new WordsPlace(part.doc, part.key, where);
  if (part.isReadonly || !fits({ at: 0, remove: 0, insert: words }, place.words + words)) return;
  part.doc.transact(() => {
    const text = place.makeText(place);
    if (instead) text?.delete(0, text.length);
    const glue = !text?.length || place.words.endsWith('\n') ? '' : '\n';
    text?.insert(text.length, glue + words);
  });
}
