import { describe, expect, test } from 'vitest';
import { ParticipantId } from '#shared/ids.ts';
import {
  endTurn,
  giveWord,
  openRound,
  passTurn,
  speakingOrder,
  withoutSpeaker,
  type Round,
} from '#shared/meeting/round.ts';
import type { Role } from '#shared/roles.ts';

const id = (name: string) => ParticipantId.parse(name.padEnd(24, '-'));
const [aase, line, mona, per, kari] = ['aase', 'line', 'mona', 'per', 'kari'].map(id) as [
  ...[ParticipantId, ParticipantId, ParticipantId, ParticipantId, ParticipantId],
];
const order = [aase, line, mona, per, kari];
const nameOf = (one: ParticipantId | null) => one?.replaceAll('-', '') ?? 'nobody';

/** Who has the word after each step, as a sentence. */
function play(steps: readonly ((round: Round) => Round)[], begun = openRound(order)): string {
  const turns = [nameOf(begun.turn)];
  steps.reduce((round, step) => {
    const next = step(round);
    turns.push(nameOf(next.turn));
    return next;
  }, begun);
  return turns.join(' ');
}
const done = (round: Round) => endTurn(round, order);
const pass = (round: Round) => passTurn(round, order);
const give = (to: ParticipantId) => (round: Round) => giveWord(round, to);

describe('the round', () => {
  test.each<[string, ((round: Round) => Round)[], string]>([
    ['everyone once, in order', [done, done, done, done, done], 'aase line mona per kari nobody'],
    ['who passes comes back at the end', [pass, done, done, done, done, done], 'aase line mona per kari aase nobody'],
    [
      'who passes twice is not asked a third time',
      [pass, done, done, done, done, pass],
      'aase line mona per kari aase nobody',
    ],
    [
      'who passes last is asked once more, at once',
      [done, done, done, done, pass, pass],
      'aase line mona per kari kari nobody',
    ],
    ['all pass', [pass, pass, pass, pass, pass, pass], 'aase line mona per kari aase line'],
    [
      'a raised hand has the word, and it goes back',
      [give(per), done, done, done, done],
      'aase per aase line mona kari',
    ],
    [
      'a hand within a hand goes back to whose turn it was',
      [give(per), give(kari), done, done],
      'aase per kari aase line',
    ],
    ['given to whom it goes back to', [give(per), give(aase), done], 'aase per aase line'],
    ['who has had the word can have it again', [done, give(aase), done, done], 'aase line aase line mona'],
    [
      'given when the round is over',
      [done, done, done, done, done, give(line), done],
      'aase line mona per kari nobody line nobody',
    ],
    ['to whom it is already', [give(aase), done], 'aase aase line'],
    [
      'an interrupter who passes gives it back',
      [give(per), pass, done, done, done, done],
      'aase per aase line mona kari per',
    ],
  ])('%s', (_name, steps, turns) => expect(play(steps)).toBe(turns));

  test('goes on without somebody who leaves, and with somebody who comes late', () => {
    const gone = withoutSpeaker(openRound(order), aase, order.slice(1));
    expect(nameOf(gone.turn)).toBe('line');
    expect(withoutSpeaker(giveWord(openRound(order), per), per, order).turn).toBe(aase);
    expect(withoutSpeaker(giveWord(openRound(order), per), aase, order.slice(1))).toMatchObject({
      turn: per,
      back: null,
    });
    const between = giveWord(openRound(order.slice(1)), per);
    expect(nameOf(endTurn(between, order).turn), 'first back to whom it was taken from').toBe('line');
    const late = endTurn(openRound([kari]), order);
    expect(nameOf(late.turn)).toBe('aase');
  });

  test('nobody here, nobody has the word', () => {
    expect(openRound([]).turn).toBeNull();
    expect(endTurn(openRound([]), []).turn).toBeNull();
    expect(endTurn(openRound([aase]), []).turn).toBeNull();
  });
});

describe('the order of the round', () => {
  const roles: Role[] = ['hospital', 'interpreter', 'gp', 'municipality', 'kin', 'patient', 'hospital'];
  const people = roles.map((role, place) => ({ id: String(place), role }));
  const said = (first: Role, leads: string | null = null) =>
    speakingOrder(people, first, leads)
      .map((one) => `${one.role}${one.id === '6' ? '*' : ''}`)
      .join(' ');

  test('patient, kin, municipality, GP, hospital; the interpreter speaks for others', () => {
    expect(said('patient')).toBe('patient kin municipality gp hospital hospital*');
  });

  test('the party that begins comes first, and in it whoever leads', () => {
    expect(said('hospital')).toBe('hospital hospital* patient kin municipality gp');
    expect(said('hospital', '6')).toBe('hospital* hospital patient kin municipality gp');
  });
});
