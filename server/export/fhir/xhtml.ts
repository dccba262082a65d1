import type { Narrative } from '@medplum/fhirtypes';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as XHTML. They have gone through `plain`, so the line break is the only control character. */
export function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character).replaceAll('\n', '<br/>');
}

/** `words` as a paragraph of XHTML. */
export const paragraph = (words: string): string => `<p>${escaped(words)}</p>`;

/** `items`, XHTML already, as a list; nothing for none. */
export const list = (items: readonly string[]): string =>
  items.length ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';

/** XHTML as the narrative of a section or a resource. */
export function narrative(body: string): Narrative {
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml" lang="nb" xml:lang="nb">${body}</div>`,
  };
}
