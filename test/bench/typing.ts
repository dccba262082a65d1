import * as Y from 'yjs';

/** One character that one person writes at one moment. */
export interface Keystroke {
  /** ms from the beginning. */
  at: number;
  /** Index of the person. */
  person: number;
  character: string;
  /** Where in the text (0 to 1) the person goes before writing; null to go on where they are. */
  leap: number | null;
}

export interface Pace {
  people: number;
  /** Characters a second, each person. */
  perSecond: number;
  ms: number;
  chance: () => number;
}

const LETTERS = 'etanrisldokgmvfubphøjyåæ ';
/** One word in a few is written somewhere else. */
const LEAPS = 0.05;

/**
 * What everyone writes, in the order of time: the same for the same chance, whoever serves it. Nobody waits for what
 * they wrote to arrive, so a slow server gets as much work as a fast one.
 */
export function keystrokes({ people, perSecond, ms, chance }: Pace): Keystroke[] {
  const meanMs = 1000 / perSecond;
  const all: Keystroke[] = [];
  for (let person = 0; person < people; person += 1)
    for (let at = chance() * meanMs; at < ms; at += meanMs * (0.5 + chance()))
      all.push({ at, person, ...nextCharacter(chance) });
  return all.sort((a, b) => a.at - b.at);
}

/** A letter, and now and then a leap to another place. */
export function nextCharacter(chance: () => number): Pick<Keystroke, 'character' | 'leap'> {
  const character = LETTERS[Math.floor(chance() * LETTERS.length)] ?? ' ';
  return { character, leap: chance() < LEAPS ? chance() : null };
}

/** The place in a text where one person writes. It stays with the character before it, whatever others write. */
export class Caret {
  readonly #text: Y.Text;
  #after: Y.RelativePosition | null = null;

  constructor(text: Y.Text) {
    this.#text = text;
  }

  /** One transaction, as one press of a key is. */
  write({ character, leap }: Pick<Keystroke, 'character' | 'leap'>): void {
    const index = leap === null ? this.#index() : Math.floor(leap * this.#text.length);
    this.#text.insert(index, character);
    this.#after = Y.createRelativePositionFromTypeIndex(this.#text, index + 1, -1);
  }

  #index(): number {
    const { doc, length } = this.#text;
    const place = this.#after && doc ? Y.createAbsolutePositionFromRelativePosition(this.#after, doc) : null;
    return place?.index ?? length;
  }
}
