import { describe, expect, test } from 'vitest';
import { PhaseId } from '#shared/ids.ts';
import { fitOf, leftOf, plannedMinutes } from '#shared/meeting/agenda.ts';
import type { MeetingState } from '#shared/meeting/meeting.ts';
import { readTemplates } from '#server/meeting/templates.ts';

const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 10, 25, 12);
const template = readTemplates().get('frail-elderly');
const phase = (id: string) => PhaseId.parse(id);

/** In phase `id` after `minutes` of the meeting, with `left` minutes of the phase left. */
const inPhase = (id: string, minutes: number, left: number): Extract<MeetingState, { status: 'inMeeting' }> => ({
  ...{ status: 'inMeeting', startedAt: NOW - minutes * MINUTE_MS, phase: phase(id) },
  countdown: { kind: 'running', endsAt: NOW + left * MINUTE_MS },
});
const fit = (state: MeetingState, minutes: Record<string, number> = {}) =>
  fitOf(state, template, { minutes: minutes }, NOW);
const FITS = { overMinutes: 0, shortenings: [], stillMinutes: 0 };

describe('the rest of the agenda', () => {
  test('fits when all is on time, also to the last minute', () => {
    expect(fit(inPhase('welcome', 0, 3))).toEqual(FITS);
    expect(fit(inPhase('closing', 54, 1))).toEqual(FITS);
  });

  test('does not fit when a phase ran over, and the longest phases could give', () => {
    // Eight minutes late on the way into the medicines.
    const late = fit(inPhase('medicines', 27, 5));
    expect(late?.overMinutes).toBe(8);
    expect(late?.stillMinutes).toBe(0);
    expect(late?.shortenings).toEqual([
      { phase: 'help-home', from: 10, to: 6 },
      { phase: 'plan', from: 10, to: 6 },
    ]);
  });

  test('what matters to the patient and the agreement keep their time', () => {
    const late = fit(inPhase('welcome', 60, 0));
    expect(late?.shortenings.map((one) => one.phase)).toEqual(['now', 'medicines', 'help-home', 'plan', 'going-home']);
    expect(late?.shortenings.every(({ to }) => to === 2)).toBe(true);
    expect(late?.stillMinutes).toBe(late!.overMinutes - (6 + 3 + 8 + 8 + 2));
  });

  test('is shorter for minutes that the meeting took away already', () => {
    expect(fit(inPhase('medicines', 27, 5), { 'help-home': 6, plan: 6 })).toEqual(FITS);
    expect(plannedMinutes(template.phases[4]!, { minutes: { [phase('help-home')]: 6 } })).toBe(6);
  });

  test('counts a phase that runs over once, and a paused one as what is left of it', () => {
    expect(fit(inPhase('closing', 54, -3))?.overMinutes).toBe(0);
    expect(fit(inPhase('closing', 58, -3))?.overMinutes).toBe(3);
    const paused = { ...inPhase('closing', 58, 0), countdown: { kind: 'paused', leftMs: MINUTE_MS } } as const;
    expect(leftOf(paused, NOW)).toBe(MINUTE_MS);
    expect(fit(paused)?.overMinutes).toBe(4);
  });

  test('is nobody’s business when no meeting is on', () => {
    expect(fit({ status: 'open' })).toBeNull();
    expect(fit({ status: 'summedUp', phase: phase('closing') })).toBeNull();
  });
});
