import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import type { PhaseId } from '#shared/ids.ts';
import type { Command } from '#shared/meeting/command.ts';
import { phaseBefore, stepsOf } from '#lib/state/agenda.ts';
import { leftInWords, paceOf } from '#lib/state/countdown.ts';
import { tooLongOf } from '#lib/state/fitting.ts';
import { Leading } from '#lib/state/leading.svelte.ts';
import { timeSpentOf } from '#lib/state/timeSpent.ts';
import { Trying } from '#lib/state/trying.svelte.ts';
import { aase, line, MINUTE_MS, NOW, sittingOf } from './support/sitting.ts';
import { speechIn } from './support/speech.ts';

const speech = speechIn();
const view = sittingOf();
const goTo = (at: number): Command => ({ kind: 'goTo', phase: view.template.phases[at]!.id });

/** Kari leads; `refusals` are what the meeting says to her commands, one after the other. */
function lead(...refusals: (AppError | null)[]) {
  const given: Command[] = [];
  const command = (command: Command) => {
    given.push(command);
    const refusal = refusals.shift();
    return refusal ? Promise.reject(refusal) : Promise.resolve();
  };
  const trying = new Trying();
  return { leading: new Leading({ command, view }, trying), trying, given };
}
const notFinished = () => new AppError('not-finished', 'Not finished.', { waiting: [aase.id, line.id] });

describe('going on while somebody is not finished', () => {
  test('is asked about by name, and done when whoever leads says so', async () => {
    const { leading, trying, given } = lead(notFinished());
    const done = leading.give(goTo(2));
    await expect.poll(() => leading.unfinished).toEqual(['Åse Fiktiv', 'Line Fiktiv']);
    expect([trying.refused, trying.busy]).toEqual([null, false]);
    leading.answer(true);
    expect(await done).toBe(true);
    expect(given).toEqual([goTo(2), { ...goTo(2), evenSo: true }]);
    expect(leading.unfinished).toBeNull();
  });

  test('is left when whoever leads would rather wait, also for summing up', async () => {
    const { leading, given } = lead(notFinished());
    const done = leading.give({ kind: 'sumUp' });
    await expect.poll(() => leading.unfinished).not.toBeNull();
    leading.answer(false);
    leading.answer(true);
    expect(await done).toBe(false);
    expect(given).toEqual([{ kind: 'sumUp' }]);
  });

  test('is no question when nobody is, and other refusals are told as they are', async () => {
    const { leading, trying, given } = lead(null, new AppError('not-now', 'Not now.'));
    expect(await leading.give(goTo(2))).toBe(true);
    expect(await leading.give(goTo(3))).toBe(false);
    expect([leading.unfinished, trying.refused, given.length]).toEqual([null, 'not-now', 2]);
  });
});

describe('the time of a phase', () => {
  test.each([
    [5 * MINUTE_MS + 1, 8, 'calm', '6 min igjen'],
    [5 * MINUTE_MS, 8, 'soon', '5 minutter igjen'],
    [MINUTE_MS, 8, 'soon', 'Under 1 minutt igjen'],
    [0, 8, 'over', 'Tiden er ute'],
    [-2 * MINUTE_MS, 3, 'over', '2 min over tiden'],
    // A short one would be soon over from its beginning.
    [3 * MINUTE_MS, 5, 'calm', '3 min igjen'],
  ] as const)('%i ms left of %i minutes is %s: „%s”', (left, planned, pace, words) => {
    expect(paceOf(left, planned)).toBe(pace);
    expect(leftInWords(left, speech.staffWords, pace)).toBe(words);
  });

  test('stands in the rail as the meeting changed it, beside what was planned', () => {
    const { template, talk } = sittingOf({ talk: { minutes: { [view.template.phases[4]!.id]: 8 } } });
    const steps = stepsOf({ template, talk, current: null, over: false, shown: null, speech, address: () => '' });
    expect(steps.slice(3, 5).map(({ minutes, from }) => [minutes, from])).toEqual([
      [5, null],
      [8, 10],
    ]);
  });

  test('goes back by one phase, and not before the first', () => {
    const { phases } = view.template;
    expect(phaseBefore(view.template, phases[2]!.id)?.id).toBe(phases[1]!.id);
    expect(phaseBefore(view.template, phases[0]!.id)).toBeNull();
    expect(phaseBefore(view.template, null)).toBeNull();
  });
});

describe('the rest of the agenda', () => {
  const late = (minutes: number) => {
    const { state } = view;
    if (state.status !== 'inMeeting') throw new Error('the sitting is in a meeting');
    return { ...view, state: { ...state, startedAt: state.startedAt - minutes * MINUTE_MS } };
  };

  test('is nothing to speak of while it fits', () => {
    expect(tooLongOf(view, NOW, speech)).toBeNull();
    expect(tooLongOf({ ...view, state: { status: 'open' } }, NOW, speech)).toBeNull();
  });

  test('that does not fit is told with what could be shorter, and the command that does it', () => {
    const tooLong = tooLongOf(late(6), NOW, speech);
    expect(tooLong).toMatchObject({ overMinutes: 6, stillMinutes: 0 });
    expect(tooLong?.shorter.reduce((won, { from, to }) => won + from - to, 0)).toBe(6);
    const command = tooLong?.command;
    if (command?.kind !== 'shorten') throw new Error('nothing is proposed');
    expect(command.phases).toHaveLength(tooLong!.shorter.length);
    const minutes = Object.fromEntries(command.phases.map(({ phase, minutes }) => [phase, minutes]));
    const shorter = late(6);
    expect(tooLongOf({ ...shorter, talk: { ...shorter.talk, minutes } }, NOW, speech)).toBeNull();
  });

  test('is told by the minute, not by the second', () => {
    const over = { ...late(6), state: { ...late(6).state, countdown: { kind: 'running', endsAt: NOW - MINUTE_MS } } };
    const at = (seconds: number) => tooLongOf(over as typeof view, NOW + seconds * 1000, speech)?.overMinutes;
    expect(at(59)).toBe(at(0));
    expect(at(60)).toBe((at(0) ?? 0) + 1);
  });
});

describe('the time that was spent', () => {
  const phases = {
    [view.template.phases[0]!.id]: 3 * MINUTE_MS,
    [view.template.phases[1]!.id]: 9 * MINUTE_MS,
  } as Record<PhaseId, number>;

  test('is told by party, the patient first, with what was about the patient’s own', () => {
    const roles = { hospital: 3 * MINUTE_MS, patient: 6 * MINUTE_MS };
    const spent = timeSpentOf(sittingOf({ talk: { spent: { since: null, roles, phases } } }));
    expect(spent?.roles.map(({ role, minutes, share }) => [role, minutes, Math.round(share * 100)])).toEqual([
      ['patient', 6, 67],
      ['hospital', 3, 33],
    ]);
    expect(spent).toMatchObject({ minutes: 12, matters: { minutes: 9, share: 0.75 } });
    expect(JSON.stringify(spent)).not.toContain('Nilsen');
  });

  test('is nothing before anything was counted, and has no share where nobody had the word', () => {
    expect(timeSpentOf(view)).toBeNull();
    const spent = timeSpentOf(sittingOf({ talk: { spent: { since: null, roles: { gp: 0 }, phases } } }));
    expect(spent?.roles).toEqual([{ role: 'gp', minutes: 0, share: 0 }]);
  });
});
