import { describe, expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { proposalsFor } from '#shared/plan/proposals.ts';
import { byDate } from '#lib/parts/plan/followup/byDate.ts';

const days = (home: string | null) => proposalsFor(home, []).map(({ kind, on }) => [kind, on]);
const row = (what: string, on: string | null = null) => ({ what, on });
const kinds = (home: string | null, ...rows: ReturnType<typeof row>[]) =>
  proposalsFor(home, rows).map(({ kind }) => kind);

describe('the three appointments', () => {
  test('are three days, two weeks and four weeks after the journey home', () => {
    expect(days('2026-11-26')).toEqual([
      ['homeVisit', '2026-11-29'],
      ['gp', '2026-12-10'],
      ['conversation', '2026-12-24'],
    ]);
  });

  test('reach over the end of a month, of a year and of a February that is long', () => {
    expect(days('2026-12-30').map(([, on]) => on)).toEqual(['2027-01-02', '2027-01-13', '2027-01-27']);
    expect(days('2028-02-27').map(([, on]) => on)).toEqual(['2028-03-01', '2028-03-12', '2028-03-26']);
  });

  test('are counted in days also when the clocks change in between', () => {
    expect(days('2026-10-23').map(([, on]) => on)).toEqual(['2026-10-26', '2026-11-06', '2026-11-20']);
    expect(days('2027-03-26').map(([, on]) => on)).toEqual(['2027-03-29', '2027-04-09', '2027-04-23']);
  });

  test('have no date until the journey home has one', () => {
    expect(days(null)).toEqual([
      ['homeVisit', null],
      ['gp', null],
      ['conversation', null],
    ]);
  });
});

describe('what is there already', () => {
  test('is not proposed: Åse has all three', () => {
    expect(proposalsFor('2026-11-26', aase.plan.followup)).toEqual([]);
  });

  test('counts when it is near the day, and not when it is something else or far away', () => {
    expect(kinds('2026-11-26', row('Hjemmebesøk', '2026-11-27'))).toEqual(['gp', 'conversation']);
    expect(kinds('2026-11-26', row('Heimebesøk av sjukepleiar', '2026-11-28'))).toEqual(['gp', 'conversation']);
    expect(kinds('2026-11-26', row('Hjemmebesøk', '2026-12-20'))).toEqual(['homeVisit', 'gp', 'conversation']);
    expect(kinds('2026-11-26', row('Fastlegen ringer', '2027-02-01'))).toEqual(['homeVisit', 'gp', 'conversation']);
    expect(kinds('2026-11-26', row('Første trening', '2026-11-28'))).toEqual(['homeVisit', 'gp', 'conversation']);
  });

  test('counts wherever it will be while it, or the journey home, has no date', () => {
    expect(kinds('2026-11-26', row('Time hos fastlegen'))).toEqual(['homeVisit', 'conversation']);
    expect(kinds(null, row('Samtale etter fire uker, ny skår 0–10', '2027-05-01'))).toEqual(['homeVisit', 'gp']);
  });
});

test('appointments are read by date and time, those without a date last and as they stand', () => {
  const rows = [
    { id: 'a', on: null },
    { id: 'b', on: '2026-12-08', at: '11:20' },
    { id: 'c', on: '2026-12-08', at: null },
    { id: 'd', on: '2026-11-27' },
    { id: 'e', on: null },
  ] as unknown as Parameters<typeof byDate>[0];
  expect(byDate(rows).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a', 'e']);
});
