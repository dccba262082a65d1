import { describe, expect, test } from 'vitest';
import { topicLines, withheldInWords } from '#lib/state/sharing.ts';
import { readTemplates } from '#server/meeting/templates.ts';
import { SECTION_KEYS, sections } from '#shared/plan/sections.ts';
import { KEEPABLE, sharedOf, THEIR_OWN, TOPIC_KEYS, TOPICS, withheldWith } from '#shared/plan/topics.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { idOf } from './support/guest.ts';
import { windowOf } from './support/liveWindow.ts';
import { speechIn } from './support/speech.ts';
import { until } from './support/until.ts';
import { DOORS, ward } from './support/ward.ts';

const template = readTemplates().get('frail-elderly');

describe('the topics that the patient shares', () => {
  test('have every part of the plan once, and nothing else', () => {
    const all = [...TOPIC_KEYS.flatMap((topic) => [...TOPICS[topic]]), ...THEIR_OWN];
    expect(all.toSorted()).toEqual(SECTION_KEYS.toSorted());
  });

  test('are kept and shared again without touching what else is kept', () => {
    const kept = withheldWith(['story', 'kin'], TOPICS.medicines, false);
    expect(kept).toEqual(['story', 'medications', 'medications.reconciled', 'kin']);
    expect(withheldWith(kept, TOPICS.medicines, true)).toEqual(['story', 'kin']);
    expect([sharedOf('medicines', kept), sharedOf('self', kept), sharedOf('home', kept)]).toEqual([
      'none',
      'some',
      'all',
    ]);
  });

  test('show the parts of this meeting: what follows an earlier one only where there was one', () => {
    const parts = topicLines([], template, speechIn()).flatMap((topic) => topic.parts.map(({ key }) => key));
    expect(parts).toContain('followup');
    expect(parts).not.toContain('promises');
    const follows = { ...template, phases: [{ ...template.phases[0]!, sections: ['promises' as const] }] };
    const after = topicLines([], follows, speechIn()).flatMap((topic) => topic.parts.map(({ key }) => key));
    expect(after).toContain('promises');
  });
});

describe.each(LANGUAGES)('kin are told in %s', (language) => {
  const speech = speechIn(language);
  const { consent } = speech.asideWords;

  test('what is kept from them: a topic by its name, a part by its heading, everything in one word', () => {
    expect(withheldInWords([], 'Åse Fiktiv', speech)).toBeNull();
    const some = withheldInWords(['goals', ...TOPICS.medicines], 'Åse Fiktiv', speech);
    expect(some).toContain(consent.notShared.topic.medicines);
    expect(some).toContain(consent.notShared.part(speech.say(sections.goals.heading)));
    expect(some).not.toContain(consent.notShared.topic.self);
    expect(withheldInWords(KEEPABLE, 'Åse Fiktiv', speech)).toContain(consent.notShared.all('Åse'));
  });
});

test('a topic that the patient keeps is gone from kin’s open window at once, with all its parts, and comes back', async () => {
  const { kin, meeting, withhold } = await ward();
  const window = windowOf(kin, meeting);
  const open = DOORS['the line']!(kin, meeting);
  const parts = await Promise.all(TOPICS.medicines.map((key) => open(key).sync()));
  const other = await open('situation').sync();
  const mine = await idOf(kin, meeting);
  const withheld = () => window.seen.meeting?.participants.find(({ id }) => id === mine)?.withheld;
  await until(() => withheld() !== undefined, 'the meeting');

  expect((await withhold(withheldWith([], TOPICS.medicines, false))).status).toBe(204);
  await until(() => parts.every(({ ended }) => ended !== null), 'the parts to be closed', 1000);
  await until(() => withheld()?.length === TOPICS.medicines.length, 'it to be told', 1000);
  expect(other.ended).toBeNull();

  expect((await withhold([])).status).toBe(204);
  await until(() => withheld()?.length === 0, 'it to be shared again', 1000);
  expect((await open('medications').sync()).ended).toBeNull();
});
