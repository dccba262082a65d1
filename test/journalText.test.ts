import { describe, expect, test } from 'vitest';
import { journalTextOf } from '#server/export/journalText.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import {
  firstChoiceFor,
  JOURNAL_ORDER_OF,
  JOURNAL_PARTS,
  journalChoice,
  JournalPart,
  journalPath,
  JournalReceiver,
  type JournalSource,
} from '#shared/journal.ts';
import { SECTION_KEYS, section } from '#shared/plan/sections.ts';
import { journal } from '#shared/words/nb/journal.ts';
import { agreedVersion, emptyVersion } from './support/agreedVersion.ts';
import { doubts } from './support/cases/doubts.ts';
import { agreedMeeting } from './support/held.ts';
import { filledPlan, unbroken, wordsIn } from './support/planWords.ts';

const RECEIVERS = JournalReceiver.options;
const textFor = (version: AgreedVersion, receiver: JournalReceiver, parts: readonly JournalPart[]) =>
  journalTextOf(version, journalChoice(receiver, parts));
const headingsIn = (text: string): string[] => {
  const lines = text.split('\n');
  return lines.filter((_, at) => /^-{3,}$/.test(lines[at + 1] ?? ''));
};

describe('the table of headings', () => {
  test('has everything of the plan, and nothing of it twice', () => {
    const sources = Object.values(JOURNAL_PARTS).flatMap((of): readonly JournalSource[] => of);
    const places = sources.flatMap(({ section: key, fields }) => fields?.map((field) => `${key}.${field}`) ?? [key]);
    const { kind, ...situation } = section('situation');
    const fields = kind === 'fields' && 'fields' in situation ? Object.keys(situation.fields) : [];
    const wanted = SECTION_KEYS.flatMap((key) => (key === 'situation' ? fields.map((one) => `${key}.${one}`) : [key]));
    expect(places.toSorted()).toEqual(wanted.toSorted());
  });

  test.each(RECEIVERS)('has each heading once for %s, and proposes some of them', (receiver) => {
    expect(JOURNAL_ORDER_OF[receiver].toSorted()).toEqual(JournalPart.options.toSorted());
    expect(JOURNAL_ORDER_OF[receiver]).toEqual(expect.arrayContaining(firstChoiceFor(receiver)));
    expect(firstChoiceFor(receiver)).toContain('disagreements');
  });
});

describe.each(RECEIVERS)('the text for %s', (receiver) => {
  test('of Åse’s plan is the one that was read and approved', async () => {
    const text = textFor(agreedVersion(), receiver, firstChoiceFor(receiver));
    await expect(text).toMatchFileSnapshot(`golden/aase.${receiver}.txt`);
  });

  test('has every word of the plan, each once, when all of it is chosen', () => {
    const { plan } = agreedVersion(filledPlan((place) => `ordet-${place.replaceAll('.', '-')}-slutt`));
    const text = textFor(agreedVersion(plan), receiver, JournalPart.options);
    const said = unbroken(text);
    const counts = wordsIn(plan).map((words) => [words, said.split(unbroken(words)).length - 1] as const);
    // What is open is said at the top as well.
    const wanted = (words: string) => (words.includes('disagreements-topic') ? [1, 2] : [1]);
    expect(counts.filter(([words, count]) => !wanted(words).includes(count))).toEqual([]);
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(headingsIn(text)).toEqual([...JOURNAL_ORDER_OF[receiver].map((part) => journal.part[part]), 'Enighet']);
    expect(text).not.toContain('Ikke tatt med her');
  });

  test('has only what is chosen, once, in its own order, and says what it has not', () => {
    const text = textFor(agreedVersion(), receiver, ['followup', 'medicines', 'followup']);
    expect(headingsIn(text)).toEqual(['Legemidler', 'Kontrolltimer og avtaler', 'Enighet']);
    expect(text).toContain('Apixaban');
    expect(text).not.toContain('Larvik, i 2. etasje');
    expect(unbroken(text)).toContain(unbroken('Ikke tatt med her: '));
    expect(text.match(/Ikke tatt med her: [^:]*Diagnoser/)).not.toBeNull();
  });

  test('says who does not agree and why, what is open and what was added, whatever is chosen', () => {
    const text = textFor(doubts.version, receiver, ['followup']);
    for (const words of ['Åpen uenighet: Hvor hun skal bo', 'Mor er ikke trygg hjemme.', 'Fire ganger er ikke nok.'])
      expect(text).toContain(words);
    for (const words of ['Sengen kom 26.11.', 'gjelder et tidligere innhold', 'Tar på seg: Helsetjenester i hjemmet'])
      expect(text).toContain(words);
    expect(text).toContain(doubts.version.hash);
  });

  test('of a plan in which nothing stands has no heading but that of the agreement', () => {
    expect(headingsIn(textFor(emptyVersion(), receiver, JournalPart.options))).toEqual(['Enighet']);
  });
});

test('what is asked for in an address is what one gets, and what nobody knows is refused', async () => {
  const { meeting, people } = await agreedMeeting();
  const get = (path: string) => people.kari.get(`/api/meetings/${meeting}${path}`);
  const text = '/versions/1/export?format=text';
  const chosen = await get(journalPath(1, journalChoice('gp', ['medicines', 'diagnoses'])));
  expect(chosen.status).toBe(200);
  expect(headingsIn(chosen.text)).toEqual(['Diagnoser', 'Legemidler', 'Enighet']);
  expect(chosen.text).toMatch(/^Epikrise/);
  expect((await get(`${text}&for=municipality`)).text).toMatch(/^PLO – Utskrivningsrapport/);
  expect((await get(text)).text).toMatch(/^Utkast fra tverrfaglig møte/);
  for (const wrong of ['&for=kin', '&for=gp&parts=', '&for=gp&parts=plan,secret', '&parts=plan', '&for=gp&for=gp'])
    expect([wrong, (await get(`${text}${wrong}`)).body.code]).toEqual([wrong, 'bad-input']);
  expect((await get('/versions/1/export?format=pdf&for=gp')).body.code).toBe('bad-input');
});

test('no text is made for whom the patient refuses the plan, and for others it is', async () => {
  const { meeting, people } = await agreedMeeting();
  const path = (receiver: JournalReceiver) =>
    `/api/meetings/${meeting}/versions/1/export?format=text&for=${receiver}&parts=plan`;
  await people.aase.put(`/api/meetings/${meeting}/receivers`, { refused: ['gp'] });
  expect((await people.kari.get(path('gp'))).body.code).toBe('not-a-receiver');
  expect((await people.kari.get(path('hospital'))).status).toBe(200);
});
