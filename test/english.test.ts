import { describe, expect, test } from 'vitest';
import { missingGroups } from '#lib/state/missing.ts';
import { tellingOf } from '#lib/state/minutesTelling.ts';
import type { TemplateSummary } from '#shared/api.ts';
import { chaptersIn, factsOf, type ChapterKey, type Line } from '#shared/meeting/minutesTold.ts';
import { blankPlan } from '#shared/plan/plan.ts';
import { missingIn } from '#shared/plan/readiness.ts';
import { sections } from '#shared/plan/sections.ts';
import { signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import * as it from './support/invented.ts';
import { speechIn } from './support/speech.ts';

const english = speechIn('en');
const inEnglish = { title: { nb: 'Hva er viktig for deg?', en: 'What matters to you?' } };
const template = { phases: it.template.phases.map((phase) => ({ ...phase, ...inEnglish })) };

describe('in English', () => {
  test('parties that can mend the same keep their capitals, and fields stand in English quotation marks', () => {
    const missing = missingIn(blankPlan(), ['warnings', 'situation'], ['hospital', 'gp']);
    const groups = missingGroups(missing, { role: 'kin' }, english);
    const sentences = groups.flatMap(({ lines }) => lines.map(({ sentence }) => sentence));
    expect(groups.map(({ title }) => title)).toContain('The hospital or the GP');
    expect(sentences.join(' ')).toContain('“Situation: what has happened?”');
    expect(sentences.join(' ')).not.toMatch(/[«»]/);
  });

  test('one question is called a question, and the heading over them questions', () => {
    const { heading, fields } = sections.questions;
    expect([english.say(heading), english.say(fields.question.label)]).toEqual(['Questions', 'Question']);
  });

  test('the minutes tell the phases by their English titles, and days and times as English does', () => {
    const minutes = it.minutes([...it.BEGUN, [3, 'kari', it.goTo('matters')], [20, 'kari', it.SUMMED_UP]]);
    const telling = tellingOf(english, template);
    const linesOf = (key: ChapterKey): Line[] => chaptersIn(minutes, telling).find((one) => one.key === key)!.lines;
    expect(linesOf('phases').map(({ title, when }) => [title, when])).toContainEqual([
      'What matters to you?',
      '13:03–13:20',
    ]);
    expect(factsOf(minutes, telling)).toContainEqual({ label: 'Planned for', words: '25 November 2026 at 13:00' });
  });
});

test('the list of templates carries each title in every language that it is written in', async () => {
  const { url } = await runHouse();
  const kari = await signedIn(url, { role: 'hospital', name: 'Kari Nilsen' });
  const list = (await kari.get('/api/templates')).body as unknown as TemplateSummary[];
  const frail = list.find(({ id }) => id === 'frail-elderly')!;
  expect(frail.title).toBe('Skrøpelig eldre');
  expect(frail.words.title).toMatchObject({ nb: 'Skrøpelig eldre', en: 'Frail older people' });
  expect(english.say(frail.words.about)).toMatch(/^Meeting about going home/);
});
