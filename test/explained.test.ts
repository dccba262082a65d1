// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import type { Answered } from '#lib/parts/plan/answers.ts';
import { spokenPieces } from '#lib/state/spokenPieces.ts';
import type { Field } from '#shared/plan/fields.ts';
import { SECTION_KEYS, section } from '#shared/plan/sections.ts';
import { toldAs } from '#shared/plain/term.ts';
import { TERMS } from '#shared/plain/terms/index.ts';
import { LANGUAGES, type Language } from '#shared/words/language.ts';
import ReadOf from './support/ReadOf.svelte';
import { speechIn } from './support/speech.ts';

const field = { control: 'line' } as Field;
const answered = (key: string, label: string, words: string): Answered => ({ key, field, label, words, short: words });

async function read(language: Language, answers: readonly Answered[]) {
  const speech = speechIn(language);
  await speech.terms.learn(async () => TERMS.map((term) => toldAs(term, language)), language);
  const component = mount(ReadOf, { target: document.body, props: { speech, answers } });
  onTestFinished(() => void unmount(component));
  flushSync();
  return speech;
}

/** Every heading, label and option of the registry, as the window says it. */
function registryIn(language: Language): string[] {
  const speech = speechIn(language);
  return SECTION_KEYS.flatMap((key) => {
    const part = section(key);
    const fields = part.kind === 'text' ? [] : Object.values<Field>(part.fields);
    const options = fields.flatMap((one) => (one.control === 'choice' ? Object.values(one.options) : []));
    return [part.heading, ...fields.map(({ label }) => label), ...options].map((words) => speech.say(words));
  });
}

test.each(LANGUAGES)(
  'every heading, label and option of the registry that has a term in it can be tapped (%s)',
  async (language) => {
    const texts = [...new Set(registryIn(language))];
    const speech = await read(
      language,
      texts.map((text, place) => answered(String(place), text, text)),
    );
    const withTerm = texts.filter((text) => speech.terms.in(text).some(({ term }) => term));
    expect(withTerm.length).toBeGreaterThan(12);
    for (const text of withTerm) {
      const places = [...document.querySelectorAll('dt, dd')].filter((place) => place.textContent === text);
      expect(places.length, text).toBe(2);
      for (const place of places) expect(place.querySelector('button')?.getAttribute('aria-label'), text).toBeTruthy();
    }
  },
);

test('a text with words that can be explained is the text it was, and is read aloud once and in one breath', async () => {
  const words = 'Fikk delir, og epikrisen er sendt. Individuell plan?';
  await read('nb', [answered('a', 'Hva', words)]);
  const place = document.querySelector('dd') as HTMLElement;
  expect(place.textContent).toBe(words);
  expect([...place.querySelectorAll('button')].map((one) => one.getAttribute('aria-label'))).toEqual([
    'delir',
    'epikrisen',
    'Individuell plan',
  ]);
  expect(spokenPieces(place).map((piece) => piece.words)).toEqual([words]);
});
