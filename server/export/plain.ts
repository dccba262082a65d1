/** Line breaks of every kind that a text may hold. */
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

/** Control characters but the line break. */
const CONTROLS = /[\p{Cc}--\n]/gv;

/** Invisible characters that turn the order in which the characters after them are shown. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Code points that are no characters: XML refuses them. */
const NONCHARACTERS = /\p{Noncharacter_Code_Point}/gu;

/**
 * Words of the plan as they may stand in any file that leaves the house: the line break is the only control character,
 * and nothing turns the order of what is read. Nothing that can be seen is lost.
 */
export function plain(words: string): string {
  return words
    .toWellFormed()
    .replace(LINE_BREAKS, '\n')
    .replace(CONTROLS, ' ')
    .replace(TURNS, '')
    .replace(NONCHARACTERS, '\uFFFD')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line: a name, a title. */
export function inline(words: string): string {
  return plain(words).replace(/\s*\n\s*/g, ' ');
}
