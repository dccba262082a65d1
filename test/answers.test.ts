import { describe, expect, test } from 'vitest';
import { Service } from '#shared/plan/rows.ts';
import { Departure, Treatment } from '#shared/plan/rows.ts';
import { section } from '#shared/plan/sections.ts';
import type { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import { answersIn, titleOf, type Reading } from '#lib/parts/plan/answers.ts';
import { tableOf } from '#lib/parts/plan/columns.ts';
import { speechIn } from './support/speech.ts';

const speech = speechIn();
/** A plan that only has goals. */
const plan = {
  part: () => ({ declared: section('goals'), rows: [{ id: 'g1', activity: 'Gå til\npostkassen', scoreNow: 2 }] }),
} as unknown as SharedPlan;
const reading: Reading = { plan, speech };

const wordsOf = (answers: readonly { key: string; words: string }[]) =>
  Object.fromEntries(answers.map(({ key, words }) => [key, words]));

describe('an answer in words', () => {
  test('is said in the language of the page, and what is not answered is not said', () => {
    const answers = answersIn(Departure, { on: '2026-11-26', at: '11:00', transport: ' ', receiver: 'Line' }, reading);
    expect(wordsOf(answers)).toEqual({ on: '26. november 2026', at: 'kl. 11:00', receiver: 'Line' });
    expect(answers[0]).toMatchObject({ label: 'Forventet hjemreise', short: '26.11.2026' });
  });

  test('names the row that it points to, also when that row is gone', () => {
    expect(wordsOf(answersIn(Treatment, { forGoal: 'g1' }, reading))).toEqual({ forGoal: 'Gå til postkassen' });
    expect(wordsOf(answersIn(Treatment, { forGoal: 'g2' }, reading))).toEqual({ forGoal: 'Er slettet' });
  });

  test('is the title of its row when it is the first', () => {
    expect(titleOf(Service, { kind: '6', extent: 'Med fallsensor' }, reading)).toBe('Trygghetsalarm');
    expect(titleOf(Service, { extent: 'ordet '.repeat(40) }, reading)).toMatch(/^(ordet ){9}ordet …$/);
    expect(titleOf(Service, {}, reading)).toBe('');
  });
});

describe('a table of rows', () => {
  const rowOf = (id: string, values: Record<string, string>) => ({ id, answers: answersIn(Service, values, reading) });
  const rows = [
    rowOf('1', { kind: '15', extent: 'morgen og kveld', status: 'offered', contact: 'Mona' }),
    rowOf('2', { kind: '6', extent: 'med fallsensor', status: 'granted' }),
    rowOf('3', { kind: '28', extent: 'natt', status: 'considered' }),
  ];

  test('has what most rows answer as its columns, and the rest beside the first cell', () => {
    const table = tableOf(Service, rows, 40);
    expect(table?.columns.map(({ label }) => label)).toEqual(['Tjeneste', 'Omfang', 'Status']);
    expect(table?.rows[0]?.others.map(({ words }) => words)).toEqual(['Mona']);
    expect(table?.rows[0]?.cells.map(({ words }) => words)).toEqual([
      'Helsetjenester i hjemmet',
      'morgen og kveld',
      'tilbudt',
    ]);
  });

  test('is none where there is no room, or nothing to show', () => {
    expect(tableOf(Service, rows, 18)).toBeNull();
    expect(tableOf(Service, [], 40)).toBeNull();
  });
});
