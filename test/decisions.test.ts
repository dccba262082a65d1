import { describe, expect, test } from 'vitest';
import { MeetingView } from '#shared/live.ts';
import type { Command } from '#shared/meeting/command.ts';
import { steer, type Sitting } from '#shared/meeting/steering.ts';
import { SILENCE, Talk } from '#shared/meeting/talk.ts';
import type { ActionWords } from '#shared/meeting/proposal.ts';
import { actionIn } from '#shared/meeting/action.ts';
import { viewFor } from '#server/meeting/viewFor.ts';
import { aase, kari, line, mona, NOW, sittingOf } from './support/sitting.ts';

const action: ActionWords = {
  ...{
    section: 'treatment',
    row: 'row-1',
    words: 'Trene i trapp',
    owner: 'Mona Hansen',
    organisation: 'Larvik kommune',
  },
  ...{ due: '2026-12-08', reason: 'goal-1' },
};
const view = sittingOf();
const around = (of: ActionWords | null) => ({
  ...{ template: view.template, people: view.participants, offered: null, action: of, now: NOW },
});

/** What Kari and Mona do with an action; `last`: as it stands in the plan when it is decided. */
function decided(commands: readonly Command[], last: ActionWords | null = action) {
  let sitting: Sitting = { state: view.state, talk: SILENCE, facilitator: kari.id };
  for (const command of commands) {
    const by = command.kind === 'accept' ? mona : kari;
    sitting = steer(sitting, by, command, around(command.kind === 'decide' ? last : action)).sitting;
  }
  return Talk.parse(sitting.talk).decided;
}
const propose: Command = { kind: 'propose', section: 'treatment', row: 'row-1' };
const taken: Command[] = [propose, { kind: 'ask', to: mona.id }, { kind: 'accept' }];
const decide = (keep: boolean): Command => ({ kind: 'decide', keep });
const { reason: _reason, ...asItStood } = action;

describe('what the meeting decided', () => {
  test('is kept as it stood in the plan, with who and when', () => {
    expect(decided([...taken, decide(true)])).toEqual([{ ...asItStood, outcome: 'kept' }]);
  });

  test('is nothing of what was put aside, and of what was dropped that it was', () => {
    expect(decided([...taken, { kind: 'putAside' }])).toEqual([]);
    const dropped = { outcome: 'dropped', words: 'Trene i trapp', owner: '', due: '' };
    expect(decided([propose, decide(false)])).toMatchObject([dropped]);
    expect(decided([propose, decide(false)], null)).toMatchObject([dropped]);
  });

  test('stands once when it is taken up again, as it was decided last', () => {
    expect(decided([...taken, decide(true), propose, decide(false)])).toMatchObject([{ outcome: 'dropped' }]);
  });

  test('is not told to kin with whom that part is not shared', () => {
    const [decision] = decided([...taken, decide(true)]);
    const all = sittingOf({ talk: { decided: [decision!] } });
    const seenBy = (who: typeof line) => MeetingView.parse(viewFor(who, all)).talk.decided.length;
    expect([seenBy(line), seenBy(aase), seenBy({ ...line, withheld: ['treatment'] })]).toEqual([1, 1, 0]);
    expect(seenBy({ ...line, withheld: ['followup'] })).toBe(1);
  });

  test('is nothing in what was stored before meetings remembered it', () => {
    const { decided: _, ...before } = SILENCE;
    expect(Talk.parse(before)).toEqual(SILENCE);
  });
});

test('a row of the plan is an action in words, each part in its own', () => {
  const row = { id: 'r', action: ' Gå ', owner: 'Mona', organisation: '', due: null, when: 'Hver uke', forGoal: null };
  expect(actionIn('treatment', { ...row, medicalReason: 'Brudd' })).toEqual({
    ...{
      section: 'treatment',
      row: 'r',
      words: 'Gå',
      owner: 'Mona',
      organisation: '',
      due: 'Hver uke',
      reason: 'Brudd',
    },
  });
  expect(actionIn('followup', { id: 'f', what: 'Time', who: 'Per', on: '2026-12-08', where: 'Her' })).toMatchObject({
    ...{ words: 'Time', owner: 'Per', due: '2026-12-08', reason: '' },
  });
});
