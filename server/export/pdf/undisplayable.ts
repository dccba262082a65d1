/** How the compiler tells of characters that no font has; it writes them as Rust does in its debug output. */
const TOLD = /the text `\\*"(.+?)\\*"` could not be displayed/gu;

/** Everything that may be in a Rust string in place of a character. */
const ESCAPE = /\\+u\{([0-9a-f]+)\}/gu;

/** The characters that `error` says no font has; none when it is about something else. */
export function undisplayable(error: unknown): string[] {
  const message = error instanceof Error ? error.message : String(error);
  const told = [...message.matchAll(TOLD)].map(([, text = '']) =>
    text.replace(ESCAPE, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  return [...new Set(told.join(''))];
}

/** `words` with each of `characters` as its code point. */
export function shown(words: string, characters: readonly string[]): string {
  const missing = new Set(characters);
  return [...words].map((character) => (missing.has(character) ? codeOf(character) : character)).join('');
}

function codeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `[U+${code.padStart(4, '0')}]`;
}
