import { describe, expect, test } from 'vitest';
import type { Field } from '#shared/plan/fields.ts';
import { SECTION_KEYS, section } from '#shared/plan/sections.ts';
import { readTemplates } from '#server/meeting/templates.ts';
import { catalogues, registries } from '#shared/words/catalogues.ts';
import { LANGUAGES, type Language, type Words } from '#shared/words/language.ts';

/** Every text of a catalogue by its place, `patient.signal.hand`; a function stands for what it says. */
function textsOf(words: unknown, place = ''): [place: string, text: unknown][] {
  if (typeof words !== 'object' || words === null) return [[place, words]];
  return Object.entries(words).flatMap(([key, inner]) => textsOf(inner, place ? `${place}.${key}` : key));
}

/** Every text that the registry declares in bokmål alone. */
function declared(): Words[] {
  const parts = SECTION_KEYS.map((key) => section(key));
  const fields = parts.flatMap((part) => (part.kind === 'text' ? [] : Object.values<Field>(part.fields)));
  const said = fields.flatMap((field) => [
    field.label,
    ...(field.hint ? [field.hint] : []),
    ...(field.control === 'choice' ? Object.values<Words>(field.options) : []),
    ...(field.control === 'choice' && field.unanswered ? [field.unanswered] : []),
  ]);
  return [...parts.map(({ heading }) => heading), ...said];
}

const others = LANGUAGES.filter((language): language is Exclude<Language, 'nb'> => language !== 'nb');

describe.each(others)('%s', (language) => {
  const model = new Map(textsOf(catalogues.nb));
  const texts = textsOf(catalogues[language]);

  test('says everything that bokmål says, and nothing else', () => {
    expect(texts.map(([place]) => place).toSorted()).toEqual([...model.keys()].toSorted());
  });

  test('has words where bokmål has words', () => {
    const blank = texts.filter(([place, text]) => text === '' && model.get(place) !== '');
    expect(blank.map(([place]) => place)).toEqual([]);
  });

  test('has its own words for the registry, and none that the registry no longer declares', () => {
    const wanted = new Set(declared().map(({ nb }) => nb));
    const known = Object.keys(registries[language]);
    expect([...wanted].filter((nb) => !registries[language][nb])).toEqual([]);
    expect(known.filter((nb) => !wanted.has(nb))).toEqual([]);
  });

  test('has its own words in every template that comes with the house', () => {
    const silent = readTemplates()
      .all()
      .flatMap((template) =>
        textsOf(template)
          .filter(([place]) => place.endsWith('.nb'))
          .map(([place]) => place.replace(/nb$/, language))
          .filter((place) => !new Map(textsOf(template)).get(place))
          .map((place) => `${template.id}: ${place}`),
      );
    expect(silent).toEqual([]);
  });
});

/** Words that bokmål alone has, or alone spells so. */
const bokmål = [
  'ikke jeg dere deres hva hvem hvor hvordan hvorfor hvilke hvilken hvilket hver hvert hvis fra en et ett noe noen',
  'bare uten sammen selv nå ennå fortsatt hjem hjemme hjemmet hjemreise hjemreisen enig uenig uenighet være gjør gjøre',
  'kommer sier mangler trenger gjelder skriver ble navn navnet tegn uke uker sykehus sykehuset sykepleier tjenester',
].flatMap((line) => line.split(' '));
const inBokmål = new RegExp(`(?<!\\p{L})(${bokmål.join('|')})(?!\\p{L})`, 'iu');

test('nynorsk is not bokmål left standing', () => {
  const templates = readTemplates()
    .all()
    .flatMap((template) => textsOf(template).filter(([place]) => place.endsWith('.nn')));
  const texts = [...textsOf(catalogues.nn), ...Object.entries(registries.nn), ...templates];
  const left = texts.flatMap(([place, text]) => {
    // A function by its source: so every plural that it knows is read.
    const [word] = inBokmål.exec(String(text)) ?? [];
    return word ? [`${place}: ${word}`] : [];
  });
  expect(left).toEqual([]);
});

test('English is not bokmål left standing', () => {
  const model = new Map(textsOf(catalogues.nb));
  const same = textsOf(catalogues.en).filter(
    ([place, text]) =>
      typeof text === 'string' && /[æøå]|\b(og|ikke|deg|som)\b/i.test(text) && text === model.get(place),
  );
  expect(same.map(([place]) => place).filter((place) => !place.startsWith('frame.languages'))).toEqual([]);
});
