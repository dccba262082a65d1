import { describe, expect, test } from 'vitest';
import { ParticipantId, PhaseId } from '#shared/ids.ts';
import type { Command } from '#shared/meeting/command.ts';
import { steer, type Around, type Seated, type Sitting } from '#shared/meeting/steering.ts';
import { SILENCE, withSignal } from '#shared/meeting/talk.ts';
import { readTemplates } from '#server/meeting/templates.ts';
import type { Role } from '#shared/roles.ts';

const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 10, 25, 12);
const template = readTemplates().get('frail-elderly');
const [welcome, whatMatters] = template.phases;

const seat = (name: string, role: Role): Seated => ({
  id: ParticipantId.parse(name.padEnd(24, '-')),
  role,
  present: true,
});
const [kari, aase, mona] = [seat('kari', 'hospital'), seat('aase', 'patient'), seat('mona', 'municipality')];
const people = [kari, aase, mona];

/** Plays commands, each `[after so many minutes, by, command]`, on a meeting that Kari leads. */
function play(steps: readonly [number, Seated, Command][], from: Partial<Sitting> = {}) {
  let sitting: Sitting = { state: { status: 'open' }, talk: SILENCE, facilitator: kari.id, ...from };
  const told: string[] = [];
  for (const [minute, by, command] of steps) {
    const around: Around = { template, people, offered: null, action: null, now: START + minute * MINUTE_MS };
    const step = steer(sitting, by, command, around);
    sitting = step.sitting;
    told.push(...step.events.map(({ kind }) => kind));
  }
  return { sitting, told };
}
const minutes = (spent: Partial<Record<string, number>>) =>
  Object.fromEntries(Object.entries(spent).map(([key, ms]) => [key, (ms ?? 0) / MINUTE_MS]));
const goTo = (id: string): Command => ({ kind: 'goTo', phase: PhaseId.parse(id) });

describe('a meeting that begins', () => {
  test('is in its first phase with its minutes, and the word is with the party that begins', () => {
    const { sitting, told } = play([[0, kari, { kind: 'start' }]]);
    expect(sitting.state).toEqual({
      ...{ status: 'inMeeting', startedAt: START, phase: welcome!.id },
      countdown: { kind: 'running', endsAt: START + welcome!.minutes * MINUTE_MS },
    });
    expect(sitting.talk.round.turn).toBe(kari.id);
    expect(told).toEqual(['started', 'phase']);
  });

  test('each phase has a round of its own, and the patient has the first word where the template says so', () => {
    const { sitting } = play([
      [0, kari, { kind: 'start' }],
      [1, kari, { kind: 'endTurn' }],
      [3, kari, goTo('what-matters')],
    ]);
    expect(sitting.talk.round).toEqual({ turn: aase.id, back: null, had: [], passed: [] });
  });
});

describe('time', () => {
  test('is counted by the party that has the word, and by phase', () => {
    const { sitting } = play([
      [0, kari, { kind: 'start' }],
      [2, kari, { kind: 'endTurn' }],
      [3, kari, goTo('what-matters')],
      [8, aase, { kind: 'endTurn' }],
      [9, mona, { kind: 'endTurn' }],
      [11, kari, { kind: 'sumUp' }],
    ]);
    expect(minutes(sitting.talk.spent.roles)).toEqual({ hospital: 4, patient: 6, municipality: 1 });
    expect(minutes(sitting.talk.spent.phases)).toEqual({ [welcome!.id]: 3, [whatMatters!.id]: 8 });
    expect(sitting.talk.spent.since).toBeNull();
  });

  test('stands still in a pause, whoever takes the word meanwhile', () => {
    const { sitting, told } = play([
      [0, kari, { kind: 'start' }],
      [1, kari, { kind: 'pause' }],
      [5, kari, { kind: 'giveWord', to: aase.id }],
      [9, kari, { kind: 'extend', minutes: 2 }],
      [10, kari, { kind: 'resume' }],
      [10, kari, { kind: 'resume' }],
      [12, kari, { kind: 'sumUp' }],
    ]);
    expect(minutes(sitting.talk.spent.roles)).toEqual({ hospital: 1, patient: 2 });
    expect(minutes(sitting.talk.spent.phases)).toEqual({ [welcome!.id]: 3 });
    expect(told).toEqual(['started', 'phase', 'paused', 'resumed', 'summedUp']);
  });

  test('a pause keeps what is left, and more time counts from now when time is over', () => {
    const { sitting: paused } = play([
      [0, kari, { kind: 'start' }],
      [1, kari, { kind: 'pause' }],
    ]);
    expect(paused.state).toMatchObject({ countdown: { kind: 'paused', leftMs: 2 * MINUTE_MS } });
    const { sitting: resumed } = play([[10, kari, { kind: 'resume' }]], paused);
    expect(resumed.state).toMatchObject({ countdown: { endsAt: START + 12 * MINUTE_MS } });
    const { sitting: extended } = play([[60, kari, { kind: 'extend', minutes: 2 }]], resumed);
    expect(extended.state).toMatchObject({ countdown: { endsAt: START + 62 * MINUTE_MS } });
  });

  test('a phase that was shortened begins with fewer minutes', () => {
    const { sitting } = play([
      [0, kari, { kind: 'start' }],
      [1, kari, { kind: 'shorten', phases: [{ phase: PhaseId.parse('what-matters'), minutes: 5 }] }],
      [3, kari, goTo('what-matters')],
    ]);
    expect(sitting.state).toMatchObject({ countdown: { endsAt: START + 8 * MINUTE_MS } });
  });
});

describe('going on', () => {
  const unfinished = { ...SILENCE, signals: withSignal(SILENCE, aase.id, 'notFinished', START).signals };
  const begun = () =>
    play([
      [0, kari, { kind: 'start' }],
      [1, kari, goTo('what-matters')],
    ]).sitting;

  test.each<[string, Command]>([
    ['to the next phase', goTo('now')],
    ['to the end', { kind: 'sumUp' }],
  ])('%s is refused while somebody is not finished, and done when it is meant even so', (_name, command) => {
    const waiting = { ...begun(), talk: { ...begun().talk, signals: unfinished.signals } };
    expect(() => play([[2, kari, command]], waiting)).toThrow(
      expect.objectContaining({ code: 'not-finished', extra: { waiting: [aase.id] } }) as Error,
    );
    const { sitting } = play([[2, kari, { ...command, evenSo: true } as Command]], waiting);
    expect(sitting.talk.signals).toEqual([]);
    expect(sitting.state).not.toEqual(waiting.state);
  });

  test('back is never refused: that is where they were', () => {
    const waiting = { ...begun(), talk: { ...begun().talk, signals: unfinished.signals } };
    expect(play([[2, kari, goTo('welcome')]], waiting).sitting.state).toMatchObject({ phase: 'welcome' });
  });

  test('who was ready is asked anew in the next phase; a raised hand stays up', () => {
    const hand = withSignal(begun().talk, mona.id, 'hand', START);
    const { sitting } = play(
      [
        [2, aase, { kind: 'ready', is: true }],
        [2, mona, { kind: 'ready', is: true }],
        [2, mona, { kind: 'ready', is: false }],
      ],
      { ...begun(), talk: hand },
    );
    expect(sitting.talk.ready).toEqual([aase.id]);
    const { talk } = play([[3, kari, goTo('now')]], sitting).sitting;
    expect(talk.ready).toEqual([]);
    expect(talk.signals.map(({ by }) => by)).toEqual([mona.id]);
    expect(play([[4, kari, { kind: 'giveWord', to: mona.id }]], { ...sitting, talk }).sitting.talk.signals).toEqual([]);
  });
});
