/** What breaks lines, is invisible or turns the text around: with it, one entry of a log could look like two, or like another. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/gu;

/** The text as it can stand in one line of a log: a blank where something was that does not show. */
export function oneLine(text: string): string {
  return text.replace(HIDDEN, ' ');
}
