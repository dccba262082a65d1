import { expect } from 'vitest';
import type { Answer } from '#shared/live.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { idOf, type Guest } from './guest.ts';
import { windowOf } from './liveWindow.ts';
import { until } from './until.ts';
import { ward } from './ward.ts';

const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.problem.code);
export type Window = ReturnType<typeof windowOf>;
/** What came of a command: `ok`, or the code of the refusal. */
export const does = async (who: Window, kind: string, more: object = {}) =>
  codeOf(await who.ask('command', { kind, ...more }));
export const talkOf = (who: Window) => who.seen.meeting!.talk;
/** The role of whoever has the word, as one window knows it. */
export const turnOf = (who: Window) => {
  const { talk, participants } = who.seen.meeting!;
  const { turn } = talk.proposal?.round ?? talk.round;
  return participants.find(({ id }) => id === turn)?.role ?? null;
};
export const treatment = async (guest: Guest, meeting: string) =>
  ((await guest.get(`/api/meetings/${meeting}/plan`)).body as unknown as Plan).treatment;

/** Four at the ward with a window each, and the meeting begun. */
export async function begun() {
  const at = await ward();
  const { nurse, patient, kin, mona, meeting } = at;
  const windows = {
    kari: windowOf(nurse, meeting),
    aase: windowOf(patient, meeting),
    line: windowOf(kin, meeting),
    mona: windowOf(mona, meeting),
  };
  const all = Object.values(windows);
  await until(
    () => all.every(({ seen }) => seen.meeting?.participants.every(({ present }) => present)),
    'all to see each other',
  );
  expect(await does(windows.kari, 'start')).toBe('ok');
  const ids = { patient: await idOf(patient, meeting), kin: await idOf(kin, meeting), mona: await idOf(mona, meeting) };
  return { ...at, windows, all, ids };
}
