import { describe, expect, test } from 'vitest';
import { AgreedVersion } from '#shared/agreement/version.ts';
import { Authors, holdsOwnWords, OWN_WORDS, penOf, type Author, type Written } from '#shared/plan/authors.ts';
import { textRoot } from '#shared/plan/doc.ts';
import { ParticipantId } from '#shared/ids.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import { idOf, signedIn, type Guest } from './support/guest.ts';
import { agree, planOf, writtenMeeting } from './support/held.ts';
import { pen } from './support/pen.ts';
import { until } from './support/until.ts';
import { ward } from './support/ward.ts';
import { hashOf } from '#server/agreement/freeze.ts';
import { pdfText } from './support/pdfText.ts';
import { press } from './support/press.ts';
import { staffPdf } from '#server/export/pdf/staff.ts';

const authorsFor = async (guest: Guest, meeting: string) =>
  Authors.parse((await guest.get(`/api/meetings/${meeting}/authors`)).body);

async function write(guest: Guest, meeting: string, key: SectionKey, words: string): Promise<void> {
  const { doc } = await pen(guest, meeting, key);
  textRoot(doc).insert(0, words);
  await until(async () => JSON.stringify((await planOf(guest, meeting))[key]).includes(words), 'it to be stored');
}

describe('who has written the patient’s words', () => {
  test('is told as the guard knows it, with name and role, and nobody is asked', async () => {
    const { nurse, patient, kin, meeting } = await ward();
    expect(await authorsFor(nurse, meeting)).toEqual({});
    await write(kin, meeting, 'story', 'Hun vil hjem. ');
    const line = { id: await idOf(kin, meeting), name: 'Line Fiktiv', role: 'kin' };
    const aase = { id: await idOf(patient, meeting), name: 'Åse Fiktiv', role: 'patient' };
    for (const guest of [nurse, patient, kin])
      expect(await authorsFor(guest, meeting)).toEqual({ story: [{ participants: [line], carried: false }] });
    await write(patient, meeting, 'story', 'Jeg vil hjem. ');
    expect((await authorsFor(nurse, meeting)).story?.[0]?.participants).toEqual([aase, line]);
  });

  test('is not told of what only staff write', async () => {
    const { nurse, meeting } = await ward();
    await write(nurse, meeting, 'needs', 'Trenger hjelp om natten.');
    expect(await authorsFor(nurse, meeting)).toEqual({});
  });

  test('is not told to kin of what is withheld from them, and is of the rest', async () => {
    const { patient, kin, meeting, withhold } = await ward();
    await write(patient, meeting, 'story', 'Hemmelig.');
    await write(patient, meeting, 'warnings.own', 'Jeg ringer.');
    expect(Object.keys(await authorsFor(kin, meeting))).toEqual(['story', 'warnings.own']);
    expect((await withhold(['story'])).status).toBe(204);
    expect(Object.keys(await authorsFor(kin, meeting))).toEqual(['warnings.own']);
    expect(Object.keys(await authorsFor(patient, meeting))).toEqual(['story', 'warnings.own']);
  });

  test('is told of somebody who has been shown out since', async () => {
    const { nurse, kin, meeting, at } = await ward();
    await write(kin, meeting, 'story', 'Hun vil hjem.');
    expect((await nurse.delete(await at('', kin))).status).toBe(204);
    expect((await authorsFor(nurse, meeting)).story?.[0]?.participants[0]?.name).toBe('Line Fiktiv');
  });

  test('is told to nobody from another meeting', async () => {
    const { house, nurse, meeting } = await ward();
    const stranger = await signedIn(house.url, { role: 'hospital', name: 'Fremmed' });
    expect((await stranger.get(`/api/meetings/${meeting}/authors`)).status).toBe(404);
    expect((await nurse.get(`/api/meetings/${meeting}/authors`)).status).toBe(200);
  });
});

test('a version keeps who wrote when it was frozen, and its hash is of the plan alone', async () => {
  const { meeting, people } = await writtenMeeting();
  await write(people.line, meeting, 'story', 'Line skrev dette. ');
  await agree(people, meeting);
  const exported = (format: string) => people.kari.get(`/api/meetings/${meeting}/versions/1/export?format=${format}`);
  const { authors, hash, plan } = AgreedVersion.parse((await exported('json')).body);
  expect(authors?.story?.[0]?.participants.map(({ name }) => name)).toEqual(['Line Fiktiv', 'Åse Fiktiv']);
  expect(hash).toBe(hashOf(plan));
  expect((await exported('text')).text).toContain('(Skrevet av pasienten og Line Fiktiv (pårørende).)');
  const paper = pdfText(await staffPdf(AgreedVersion.parse((await exported('json')).body), press));
  expect(paper.replace(/\s/g, '')).toContain('SkrevetavpasientenogLineFiktiv(pårørende).');
  expect((await exported('fhir')).text).toContain('Skrevet av pasienten og Line Fiktiv (pårørende).');
  await write(people.line, meeting, 'story', 'Og dette. ');
  expect(AgreedVersion.parse((await exported('json')).body).authors).toEqual(authors);
}, 30_000);

describe('the pen', () => {
  const someone = (name: string, role: Author['role']): Author => ({
    ...{ id: ParticipantId.parse(name.padEnd(24, '-')), name, role },
  });
  const [aase, line, kari] = [someone('Aase', 'patient'), someone('Line', 'kin'), someone('Kari', 'hospital')];
  const by = (participants: Author[], carried = false): Written => ({ participants, carried });
  const cases: [what: string, written: Written[], kind: string | null][] = [
    ['nobody', [], null],
    ['the patient alone', [by([aase])], null],
    ['the patient, and something carried over', [by([aase], true)], null],
    ['only what is carried over', [by([], true)], null],
    ['kin alone', [by([line])], 'for'],
    ['kin and staff', [by([line]), by([kari])], 'for'],
    ['kin, and something carried over', [by([line]), by([], true)], 'partly'],
    ['the patient and kin', [by([line]), by([aase])], 'with'],
  ];
  test.each(cases)('of %s', (_what, written, kind) => {
    expect(penOf('story', written)?.kind ?? null).toBe(kind);
  });

  test('of a question that kin have of their own is not on the patient’s behalf', () => {
    expect(penOf('questions', [by([line])])?.kind).toBe('others');
  });

  test('is held where the patient’s words stand, and nowhere else', () => {
    expect(OWN_WORDS.toSorted()).toEqual(
      [
        'story',
        'story.themes',
        'goals',
        'treatment.own',
        'warnings.own',
        'questions',
        'conversation.confirmed',
      ].toSorted(),
    );
    expect(SECTION_KEYS.filter((key) => holdsOwnWords(key)).length).toBe(7);
  });
});
