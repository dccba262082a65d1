import { describe, expect, test } from 'vitest';
import type { MeetingView, ParticipantView } from '#shared/live.ts';
import { NO_ROUND, type Round } from '#shared/meeting/round.ts';
import type { Proposal, Signal } from '#shared/meeting/talk.ts';
import type { Meeting } from '#lib/state/meeting.svelte.ts';
import { readinessOf } from '#lib/state/readiness.ts';
import { turnOf } from '#lib/state/turn.ts';
import { turnsOf } from '#lib/state/turns.ts';
import { aase, kari, line, mona, NOW, per, seat, sittingOf } from './support/sitting.ts';
import { speechIn } from './support/speech.ts';

const speech = speechIn();
const round = (told: Partial<Round>): Round => ({ ...NO_ROUND, ...told });
const turns = (told: Partial<Round>) => turnsOf(sittingOf({ talk: { round: round(told) } }));
/** What Åse is told. */
const told = (round: Partial<Round>, over: Partial<MeetingView> = {}) => {
  const view = sittingOf({ talk: { round: { ...NO_ROUND, ...round } }, over });
  return turnOf({ me: aase, facilitator: kari, view } as unknown as Meeting, speech.words);
};

describe('the round on the screens', () => {
  test('tells who has the word, who had it, who comes back, and who is next', () => {
    const { speaker, next, lines } = turns({ turn: mona.id, had: [aase.id], passed: [line.id] });
    expect([speaker?.name, next?.name]).toEqual(['Mona Hansen', 'Per Berg']);
    expect(lines.map(({ standing }) => standing)).toEqual(['had', 'passed', 'speaking', 'waiting', 'waiting']);
  });

  test('goes back to whom the word was taken from, and ends when everyone has had it', () => {
    const given = turns({ turn: mona.id, back: aase.id });
    expect([given.back?.name, given.next?.name]).toEqual(['Åse Fiktiv', 'Åse Fiktiv']);
    const last = turns({ turn: kari.id, had: [aase, line, mona, per].map(({ id }) => id) });
    expect([last.speaker?.name, last.next]).toEqual(['Kari Nilsen', null]);
    expect(turns({ turn: null, had: [aase.id] }).next).toBeNull();
  });

  test('has raised hands in their order, and no other signals among them', () => {
    const signal = (by: ParticipantView, signal: Signal) => ({ by: by.id, signal, at: NOW });
    const signals = [signal(per, 'hand'), signal(line, 'unclear'), signal(aase, 'hand')];
    expect(turnsOf(sittingOf({ talk: { signals } })).hands.map(({ name }) => name)).toEqual(['Per Berg', 'Åse Fiktiv']);
  });

  test('is the one about the action while one is on the table', () => {
    const proposal: Proposal = {
      ...{ section: 'treatment', row: 'r', words: 'Trening', by: kari.id, at: NOW, round: round({ turn: aase.id }) },
      ...{ comments: [], asked: null, accepted: null, declined: [] },
    };
    const talk = { round: round({ turn: kari.id }), proposal };
    expect(turnsOf(sittingOf({ talk })).speaker?.name).toBe('Åse Fiktiv');
  });
});

describe('the patient is told in a sentence', () => {
  test('that the one who leads has lost the line, and who is asked instead', () => {
    const view = sittingOf({ talk: { round: round({ turn: line.id }), offered: mona.id } });
    const turn = turnOf({ me: aase, facilitator: kari, view } as unknown as Meeting, speech.words);
    expect([turn?.title, turn?.text]).toEqual(['Kari har mistet kontakten.', 'Vi spør Mona om å lede så lenge.']);
  });

  test.each<[string, Partial<Round>, string, string]>([
    ['her own turn', { turn: aase.id }, 'Nå er det din tur, Åse.', 'De andre hører på deg.'],
    [
      'that hers is next',
      { turn: line.id, had: [kari.id, mona.id, per.id] },
      'Line har ordet nå.',
      'Etterpå er det din tur.',
    ],
    [
      'that the word comes back to her',
      { turn: mona.id, back: aase.id },
      'Mona har ordet nå.',
      'Etterpå går det tilbake til deg.',
    ],
    [
      'to whom it goes back',
      { turn: mona.id, back: line.id },
      'Mona har ordet nå.',
      'Etterpå går det tilbake til Line.',
    ],
    [
      'that she comes again when she passed',
      { turn: line.id, passed: [aase.id] },
      'Line har ordet nå.',
      'Du får ordet igjen til slutt.',
    ],
    [
      'how to say more when she had it',
      { turn: line.id, had: [aase.id] },
      'Line har ordet nå.',
      speech.words.patient.youHad,
    ],
    ['that everyone had it', { had: [aase.id] }, 'Alle har hatt ordet.', 'Kari Nilsen leder møtet.'],
  ])('%s', (_what, round, title, text) => {
    expect(told(round)).toMatchObject({ title, text, mine: title.startsWith('Nå er det din') });
  });

  test('that there is a pause, and nothing of turns before the meeting', () => {
    const { state } = sittingOf();
    if (state.status !== 'inMeeting') throw new Error('the sitting is in a meeting');
    const paused = { ...state, countdown: { kind: 'paused', leftMs: 1 } } as const;
    expect(told({ turn: aase.id }, { state: paused })).toMatchObject({ title: 'Møtet har pause.', mine: false });
    expect(told({ turn: aase.id }, { state: { status: 'open' } })).toBeNull();
  });
});

describe('who is ready to go on', () => {
  const named = (people: readonly ParticipantView[]) => readinessOf(sittingOf({ participants: people }));

  test('is counted among those who are here and speak, but for whoever leads', () => {
    const away = { ...per, present: false };
    const interpreter = { ...seat('Tomas Tolk', 'interpreter'), ready: true };
    const people = [{ ...aase, ready: true }, line, mona, away, kari, interpreter];
    expect(named(people)).toEqual({ ready: 1, all: 3, waiting: ['Line', 'Mona'] });
    const led = sittingOf({ participants: people, over: { facilitator: mona.id } });
    expect(readinessOf(led)).toEqual({ ready: 1, all: 3, waiting: ['Line', 'Kari'] });
  });
});
