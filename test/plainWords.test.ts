import { describe, expect, test } from 'vitest';
import { firstOfEach } from '#lib/parts/plain/pieces.ts';
import { termsFor } from '#lib/state/termSearch.ts';
import { Terms } from '#lib/state/terms.svelte.ts';
import { AppError } from '#shared/errors.ts';
import { adviceOn } from '#shared/plan/lint.ts';
import { isWords, type Field } from '#shared/plan/fields.ts';
import { blankPlan, blankValues, type Plan } from '#shared/plan/plan.ts';
import { formsOf, toldAs, type TermTold } from '#shared/plain/term.ts';
import { TERMS } from '#shared/plain/terms/index.ts';
import { finderOf } from '#shared/plain/termsIn.ts';
import { holdsOwnWords } from '#shared/plan/authors.ts';
import { SECTION_KEYS, section } from '#shared/plan/sections.ts';
import { LANGUAGES, type Language } from '#shared/words/language.ts';
import { Guest } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { speechIn } from './support/speech.ts';

const told = (language: Language) => TERMS.map((term) => toldAs(term, language));
const finders = Object.fromEntries(LANGUAGES.map((language) => [language, finderOf(told(language))])) as Record<
  Language,
  ReturnType<typeof finderOf<TermTold>>
>;
const find = finders.nb;
/** The text with what is found in brackets. */
const marked = (text: string) =>
  find(text)
    .map(({ words, term }) => (term ? `[${words}]` : words))
    .join('');

describe('a term is found', () => {
  const CASES: [what: string, text: string, found: string][] = [
    ['as it stands in the list', 'epikrise', '[epikrise]'],
    ['inflected', 'Fastlegen får epikrisen.', '[Fastlegen] får [epikrisen].'],
    ['in the genitive', 'fastlegens time', '[fastlegens] time'],
    ['with capitals', 'DELIR og Delir', '[DELIR] og [Delir]'],
    ['between other signs', '(delir), «delir»!', '([delir]), «[delir]»!'],
    ['before a full stop, which is the sentence’s', 'Hun fikk delir.', 'Hun fikk [delir].'],
    ['with the dots of an abbreviation', 'Tas p.o. ved behov, v.b.', 'Tas [p.o.] ved behov, [v.b.]'],
    ['over several spaces and a line break', 'individuell\n plan', '[individuell\n plan]'],
    ['as the longest of those that begin there', 'åpen returrett', '[åpen returrett]'],
    ['with a hyphen that is its own', 'PLO-meldingen kom', '[PLO-meldingen] kom'],
    ['beside æ, ø and å', 'pårørende, øyeblikkelig hjelp', '[pårørende], [øyeblikkelig hjelp]'],
    ['but not within a longer word', 'delirium', '[delirium]'],
    ['but not as the end of one', 'nyvedtak', 'nyvedtak'],
    ['but not as the beginning of one', 'stomisykepleieren', 'stomisykepleieren'],
    ['but not before a hyphen', 'delir-screening', 'delir-screening'],
    ['but not after one', 'post-delir', 'post-delir'],
    ['but not in what only looks like it', 'Obstipert mobil', '[Obstipert] mobil'],
    ['nowhere in nothing', '', ''],
  ];
  test.each(CASES)('%s', (_what, text, found) => {
    expect(marked(text)).toBe(found);
  });

  test('in texts of every kind, and the pieces are the text', () => {
    let seed = 20_261_122;
    const chance = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    const forms = TERMS.flatMap((term) => formsOf(term, 'nb'));
    const between = [' ', ', ', '\n', '-', '.', 's ', ' æøå ', 'å', '’', '  ', ' og ', '/', '😀', '(', ')'];
    let met = 0;
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: 12 }, () => `${forms[chance(forms.length)]}${between[chance(between.length)]}`);
      const whole = text.join('');
      const pieces = find(whole);
      expect(pieces.map(({ words }) => words).join(''), `seed, round ${round}`).toBe(whole);
      met += pieces.filter(({ term }) => term).length;
    }
    expect(met, 'the run found nothing').toBeGreaterThan(1500);
  });

  test('fast enough for the longest text', () => {
    const text = 'Hun har atrieflimmer, delir og får multidose fra kommunen hver dag i uken. '.repeat(540);
    expect(text.length).toBeGreaterThan(40_000);
    const from = performance.now();
    expect(find(text).length).toBeGreaterThan(1000);
    expect(performance.now() - from, 'ms').toBeLessThan(400);
  });
});

describe('every term', () => {
  test.each(TERMS.map((term) => [term.word.nb, term] as const))(
    '%s has three languages, and its forms are its own',
    (_, term) => {
      for (const language of LANGUAGES) {
        const { word, says, instead } = toldAs(term, language);
        expect([word, says, instead ?? '-'].every(Boolean)).toBe(true);
        expect(says).toMatch(/^\S.*\.$|^\S.*[»”]\.$/u);
        expect(says.length, 'one short breath').toBeLessThan(135);
        const own = finders[language];
        for (const form of formsOf(term, language)) {
          expect(
            own(form).map(({ words, term: met }) => [words, met?.word]),
            form,
          ).toEqual([[form, word]]);
        }
      }
    },
  );

  test('is there once, and there are many', () => {
    const words = TERMS.map(({ word }) => word.nb.toLowerCase());
    expect(new Set(words).size).toBe(words.length);
    expect(words.length).toBeGreaterThan(120);
  });
});

test('a paragraph has a word explained once, and the next one again', () => {
  const shown = (text: string) =>
    firstOfEach(find(text))
      .map(({ words, term }) => (term ? `[${words}]` : words))
      .join('');
  expect(shown('Delir. Mer delir.\nDelir igjen.')).toBe('[Delir]. Mer delir.\n[Delir] igjen.');
});

describe('staff are told of hard words', () => {
  const hardIn = (plan: Plan) =>
    adviceOn(plan, { on: '2026-11-25', people: [] }).filter(({ rule }) => rule === 'hard-word');

  test('in every field of words that is not the patient’s, kin’s or a name', () => {
    const silent: string[] = [];
    for (const key of SECTION_KEYS) {
      const part = section(key);
      const fields: Record<string, Field> = part.kind === 'text' ? {} : part.fields;
      const names =
        part.kind === 'text' ? [''] : Object.keys(fields).filter((name) => fields[name] && isWords(fields[name]));
      for (const name of names) {
        const row = { id: 'r1', ...blankValues(fields), [name]: 'Fikk delir.' };
        const { id: _id, ...form } = row;
        const value = part.kind === 'text' ? 'Fikk delir.' : part.kind === 'rows' ? [row] : form;
        const found = hardIn({ ...blankPlan(), [key]: value });
        if (!found.some((one) => one.section === key && one.value === 'delir')) silent.push(`${key}.${name}`);
      }
    }
    const mayBeSilent = /\.(drug|diagnoses|owner|who|by|municipalContact|hospitalContact|contactDoctor)$/;
    const own = (place: string) =>
      SECTION_KEYS.some((key) => (key === 'kin' || holdsOwnWords(key)) && place.startsWith(`${key}.`));
    expect(silent.filter((place) => !mayBeSilent.test(place) && !own(place))).toEqual([]);
    expect(silent.some((place) => place.startsWith('story'))).toBe(true);
  });

  test('but not of words that are only explained', () => {
    expect(hardIn({ ...blankPlan(), needs: 'Fastlegen og pårørende får epikrisen.' })).toEqual([]);
  });

  test('each once, and no more than five at a time', () => {
    const needs = 'Delir, delir, obs, BT, UVI, ADL, rtg og CRP.';
    expect(hardIn({ ...blankPlan(), needs }).map(({ value }) => value)).toEqual(['Delir', 'obs', 'BT', 'UVI', 'ADL']);
  });
});

describe('the words travel', () => {
  test('as data in the language that is asked for, to anyone, and are kept', async () => {
    const { url } = await runHouse();
    const guest = new Guest(url);
    for (const language of LANGUAGES) {
      const came = await guest.get(`/api/terms?language=${language}`);
      expect(came.status).toBe(200);
      expect(came.body as unknown).toEqual(told(language));
      expect(came.headers.get('cache-control')).toContain('max-age');
    }
    expect((await guest.get('/api/terms?language=sv')).status).toBe(400);
  });

  test('to a window, which takes them in its language, and stands without them', async () => {
    const speech = speechIn('nn');
    expect(speech.terms.in('delir')).toEqual([{ words: 'delir', term: null }]);
    await speech.terms.learn(async () => Promise.reject(new AppError('unavailable', 'no answer')), 'nn');
    expect(speech.terms.in('delir')).toEqual([{ words: 'delir', term: null }]);
    await speech.terms.learn(async (language) => told(language), 'nn');
    expect(speech.terms.in('delir')[0]?.term?.says).toContain('Plutseleg');
    await speech.terms.speak('en');
    expect(speech.terms.in('delir')[0]?.term?.says).toContain('Sudden');
  });

  test('in the language that was chosen last, however slowly the one before comes', async () => {
    const terms = new Terms();
    const answers: Partial<Record<Language, (all: TermTold[]) => void>> = {};
    const learning = terms.learn((language) => new Promise((answer) => (answers[language] = answer)), 'nb');
    const speaking = terms.speak('en');
    answers.en?.(told('en'));
    await speaking;
    answers.nb?.(told('nb'));
    await learning;
    expect(terms.all[0]?.says).toBe(TERMS[0]?.says.en);
  });
});

test('somebody who looks for a word finds it by what it is called and what it means, by the alphabet', () => {
  const words = (asked: string) => termsFor(told('nb'), asked).map(({ word }) => word);
  expect(words('hjerne')).toEqual(['afasi', 'demens', 'hjerneslag']);
  expect(words(' EPIKRISEN ')).toEqual(['epikrise']);
  expect(words('xyz')).toEqual([]);
  expect(words('').length).toBe(TERMS.length);
  expect(words('').slice(-2)).toEqual(['ødem', 'åpen retur']);
});
