import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { PhaseId } from '#shared/ids.ts';
import { MeetingState, settle, step, type Command } from '#shared/meeting/meeting.ts';
import { minutesOf } from '#shared/meeting/template.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { readTemplates } from '#server/meeting/templates.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const MINUTE_MS = 60_000;
const template = readTemplates().get('frail-elderly');
const [first, second] = template.phases;

const started = step({ status: 'open' }, { kind: 'start' }, template, NOW);
const phase = first!.id;
const states: Record<MeetingState['status'], MeetingState> = {
  planned: { status: 'planned' },
  open: { status: 'open' },
  inMeeting: started,
  summedUp: { status: 'summedUp', phase },
  agreed: { status: 'agreed', phase, version: 1 },
  exported: { status: 'exported', phase, version: 1 },
};
type Led = Exclude<Command, { kind: 'handOver' }>;
const commands: Record<Led['kind'], Led> = {
  start: { kind: 'start' },
  goTo: { kind: 'goTo', phase: second!.id },
  extend: { kind: 'extend', minutes: 2 },
  pause: { kind: 'pause' },
  resume: { kind: 'resume' },
  sumUp: { kind: 'sumUp' },
};

/** The status after each command in each state; `-` is refused. */
const TABLE: Record<MeetingState['status'], Record<Led['kind'], string>> = {
  planned: { start: 'inMeeting', goTo: '-', extend: '-', pause: '-', resume: '-', sumUp: '-' },
  open: { start: 'inMeeting', goTo: '-', extend: '-', pause: '-', resume: '-', sumUp: '-' },
  inMeeting: {
    start: '-',
    goTo: 'inMeeting',
    extend: 'inMeeting',
    pause: 'inMeeting',
    resume: 'inMeeting',
    sumUp: 'summedUp',
  },
  summedUp: { start: '-', goTo: 'inMeeting', extend: '-', pause: '-', resume: '-', sumUp: '-' },
  agreed: { start: '-', goTo: 'agreed', extend: '-', pause: '-', resume: '-', sumUp: '-' },
  exported: { start: '-', goTo: 'exported', extend: '-', pause: '-', resume: '-', sumUp: '-' },
};

describe('the meeting', () => {
  const cells = Object.keys(TABLE).flatMap((status) =>
    Object.entries(TABLE[status as MeetingState['status']]).map(([kind, then]) => [status, kind, then] as const),
  );
  test.each(cells)('when %s, %s → %s', (status, kind, then) => {
    const run = () => step(states[status as MeetingState['status']], commands[kind as Led['kind']], template, NOW);
    if (then === '-') expect(run).toThrow(AppError);
    else {
      expect(run().status).toBe(then);
      expect(MeetingState.safeParse(run()).success).toBe(true);
    }
  });

  test('starts with the first phase and its minutes', () => {
    expect(started).toEqual({
      ...{ status: 'inMeeting', startedAt: NOW, phase: first!.id },
      countdown: { kind: 'running', endsAt: NOW + first!.minutes * MINUTE_MS },
    });
  });

  test('a phase that the template lacks is refused', () => {
    const nowhere: Led = { kind: 'goTo', phase: PhaseId.parse('nowhere') };
    expect(() => step(started, nowhere, template, NOW)).toThrow(/no phase nowhere/);
  });

  test('a pause keeps what is left, and more time counts from now when time is over', () => {
    const paused = step(started, { kind: 'pause' }, template, NOW + MINUTE_MS);
    expect(paused).toMatchObject({ countdown: { kind: 'paused', leftMs: (first!.minutes - 1) * MINUTE_MS } });
    const resumed = step(paused, { kind: 'resume' }, template, NOW + 10 * MINUTE_MS);
    expect(resumed).toMatchObject({ countdown: { endsAt: NOW + (9 + first!.minutes) * MINUTE_MS } });
    const late = NOW + 60 * MINUTE_MS;
    expect(step(started, { kind: 'extend', minutes: 2 }, template, late)).toMatchObject({
      countdown: { endsAt: late + 2 * MINUTE_MS },
    });
  });

  test('the house opens it at the first invitation, and notes versions and exports', () => {
    expect(settle(states.planned, { kind: 'invited' }).status).toBe('open');
    expect(settle(states.inMeeting, { kind: 'invited' })).toBe(states.inMeeting);
    expect(settle(states.inMeeting, { kind: 'agreed', version: 1 })).toEqual({ status: 'agreed', phase, version: 1 });
    expect(settle(states.open, { kind: 'agreed', version: 1 })).toEqual({ status: 'agreed', phase: null, version: 1 });
    expect(settle(states.agreed, { kind: 'exported', version: 1 }).status).toBe('exported');
    expect(settle({ status: 'agreed', phase, version: 2 }, { kind: 'exported', version: 1 }).status).toBe('agreed');
    expect(settle(states.exported, { kind: 'agreed', version: 2 })).toMatchObject({ status: 'agreed', version: 2 });
  });
});

describe('the templates that are shipped', () => {
  test('the standard one has the phases and minutes of the domain, and opens every section somewhere', () => {
    expect(template.phases.map(({ minutes }) => minutes)).toEqual([3, 8, 8, 5, 10, 10, 4, 6, 1]);
    expect(minutesOf(template)).toBe(55);
    const opened = new Set(template.phases.flatMap(({ sections }) => sections));
    // What was promised belongs to a meeting that follows another; its phase is put in front there.
    expect(SECTION_KEYS.filter((key) => !opened.has(key))).toEqual(['promises']);
  });

  test('the patient speaks first where it is about what matters', () => {
    expect(second?.firstSpeaker).toBe('patient');
    expect(second?.patient.sections).toEqual(expect.arrayContaining(['story', 'goals']));
  });
});
