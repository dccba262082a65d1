import { describe, expect, test } from 'vitest';
import type { Decision, Proposal } from '#shared/meeting/talk.ts';
import { termsOf } from '#shared/meeting/proposal.ts';
import { NO_ROUND } from '#shared/meeting/round.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { CommentDraft } from '#lib/state/comment.svelte.ts';
import { ActionTable } from '#lib/state/proposal.svelte.ts';
import type { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import { aase as invented } from '#server/demo/aase.ts';
import { aase, kari, NOW, per, sittingOf } from './support/sitting.ts';
import { speechIn } from './support/speech.ts';

const speech = speechIn();
const [training, pressure] = invented.plan.treatment;

/** The table with an action on it, in Åse's plan; `told`: what of the plan is otherwise. */
function table({
  proposal = null as Partial<Proposal> | null,
  decided = [] as Decision[],
  told = {} as Partial<Plan>,
}) {
  const plan = { ...invented.plan, ...told };
  const part = (key: keyof Plan) => ({ value: plan[key], loaded: true });
  const whole: Proposal | null = proposal && {
    ...{ section: 'treatment', row: training!.id, words: training!.action, by: kari.id, at: NOW, round: NO_ROUND },
    ...{ comments: [], asked: null, accepted: null, declined: [] },
    ...proposal,
  };
  const view = sittingOf({ talk: { proposal: whole, decided } });
  return new ActionTable({ view }, { part } as unknown as SharedPlan, speech);
}
const decision = (over: Partial<Decision> = {}): Decision => ({
  ...{ section: 'treatment', row: training!.id, outcome: 'kept', words: training!.action },
  ...{ owner: 'Per Berg', organisation: '', due: '2026-12-08' },
  ...over,
});

describe('the action on the table', () => {
  test('is nothing while nothing is', () => {
    expect(table({}).shown).toBeNull();
  });

  test('is told as it stands in the plan now: what, who, when, and for which goal of the patient', () => {
    expect(table({ proposal: { words: 'som det var' } }).shown).toMatchObject({
      ...{ words: 'Trening med fysioterapeut i kommunen', owner: 'Mona Hansen, Larvik kommune', gone: false },
      ...{ due: 'innen 28. november 2026', proposedBy: 'Kari Nilsen' },
      serves: { kind: 'goal', words: invented.plan.goals[0]?.activity },
    });
  });

  test('has a medical reason where it follows from no goal, and says neither of a goal that is not there', () => {
    const medical = { ...training!, forGoal: null, medicalReason: 'Brudd' };
    const serves = (row: typeof training, goals = invented.plan.goals) =>
      table({ proposal: {}, told: { treatment: [row!], goals } }).shown?.serves;
    expect(serves(medical)).toEqual({ kind: 'medical', words: 'Brudd' });
    expect(serves({ ...medical, medicalReason: '' })).toBeNull();
    expect(serves(training, [])).toEqual({ kind: 'goal', words: '' });
  });

  test('stays readable when it was taken out of the plan', () => {
    const { shown } = { shown: table({ proposal: {}, told: { treatment: [] } }).shown };
    expect(shown).toMatchObject({ gone: true, words: training!.action });
    expect(shown?.lacks.map(({ lack }) => lack)).toEqual(['action']);
  });

  test('says what it lacks, and where that is written', () => {
    const row = { ...training!, due: null, when: '', forGoal: null };
    const lacks = table({ proposal: {}, told: { treatment: [row] } }).shown?.lacks;
    expect(lacks?.map(({ lack, spot }) => [lack, spot?.field])).toEqual([
      ['due', 'due'],
      ['reason', 'forGoal'],
      ['accepted', undefined],
    ]);
    expect(lacks?.[0]?.words).toBe('Det må stå når det skal gjøres.');
  });

  test('is taken on as it stood, and asked about anew when it says something else', () => {
    const words = termsOf({ words: training!.action, due: '2026-11-28' });
    const accepted = { by: per.id, at: NOW, words };
    const his = { ...training!, owner: 'Per Berg' };
    const taken = table({ proposal: { accepted }, told: { treatment: [his] } });
    expect(taken.shown).toMatchObject({ accepted: 'Per Berg', lacks: [] });
    const hers = table({ proposal: { accepted }, told: { treatment: [training!] } });
    expect(hers.shown?.accepted, 'Mona, who is written there, has taken on nothing').toBeNull();
    const later = { ...his, due: '2026-12-24' };
    const { shown } = { shown: table({ proposal: { accepted }, told: { treatment: [later] } }).shown };
    expect(shown?.accepted).toBeNull();
    expect(shown?.lacks[0]?.words).toBe(speech.words.action.lacks.acceptedBefore);
  });

  test('has what was said by name, who was asked, and who said no', () => {
    const comments = [{ by: aase.id, words: 'Gjerne', at: NOW }];
    const { shown } = { shown: table({ proposal: { comments, asked: per.id, declined: [kari.id] } }).shown };
    expect(shown?.comments.map(({ person, words }) => [person?.name, words])).toEqual([['Åse Fiktiv', 'Gjerne']]);
    expect([shown?.asked?.name, shown?.declined]).toEqual(['Per Berg', ['Kari']]);
  });
});

describe('the actions of a phase', () => {
  test('are those of its parts that say something, what was decided last', () => {
    const empty = { ...training!, id: 'tom', action: ' ' };
    const lines = table({ decided: [decision()], told: { treatment: [empty, training!, pressure!] } });
    expect(lines.linesOf(['treatment', 'warnings']).map(({ words, decided }) => [words, decided])).toEqual([
      [pressure!.action, false],
      [training!.action, true],
    ]);
    expect(lines.linesOf(['story'])).toEqual([]);
    expect(lines.linesOf(['followup']).length).toBe(invented.plan.followup.length);
  });

  test('what was decided last is said in a sentence, where it belongs', () => {
    const said = (...decided: Decision[]) => table({ decided }).lastDecided(['treatment']);
    expect(said()).toBeNull();
    expect(said(decision({ words: 'Veie seg.' }))).toBe('Avtalt: Veie seg – Per Berg tar det, innen 8. desember 2026.');
    expect(said(decision({ due: 'Hver uke' }))).toMatch(/Per Berg tar det, hver uke\.$/);
    expect(said(decision(), decision({ outcome: 'dropped', owner: '', due: '' }))).toBe(
      `Tatt bort: ${training!.action}.`,
    );
    expect(said(decision({ section: 'followup' }))).toBeNull();
  });
});

describe('what one writes about an action', () => {
  test('is said of that one alone, and kept when it is settled before it was sent', () => {
    const draft = new CommentDraft();
    draft.write('Ja', 'treatment a');
    draft.write('Ja, takk', 'treatment a');
    expect([draft.isAbout('treatment a'), draft.isAbout('treatment b'), draft.isAbout(null)]).toEqual([
      true,
      false,
      false,
    ]);
    draft.write('Ja, takk!', 'treatment b');
    expect([draft.words, draft.isAbout('treatment b')]).toEqual(['Ja, takk!', false]);
    draft.clear();
    expect([draft.isEmpty, draft.isAbout('treatment b'), draft.isAbout(null)]).toEqual([true, true, true]);
  });
});
