import { describe, expect, test } from 'vitest';
import { Conversation } from '#lib/state/conversation.svelte.ts';
import { progressOf } from '#lib/state/conversationSteps.ts';
import { declineScore, giveScore } from '#lib/state/score.ts';
import { isDeclined } from '#lib/state/toldBefore.ts';
import { textRoot } from '#shared/plan/doc.ts';
import type { Desk } from './support/desk.ts';
import { desks } from './support/desks.ts';
import { until } from './support/until.ts';
import { nb } from './support/speech.ts';

const { reason } = nb.conversation.score;
const PARTS = ['story.themes', 'story', 'goals', 'questions'] as const;

/** Åse's conversation and Kari's desk in the prepared meeting. */
async function conversing() {
  const { at } = await desks('Åse', 'Kari');
  const open = (desk: Desk) => Promise.all(PARTS.map((key) => desk.open(key)));
  const [, story, goals] = await open(at.Kari);
  await open(at.Åse);
  return { aase: new Conversation(at.Åse.plan), at, story: story!, goals: goals! };
}

describe('what the patient tells before the meeting', () => {
  test('is read from the plan: the prepared meeting has an answer to every theme', async () => {
    const { aase } = await conversing();
    expect(aase.isLoaded).toBe(true);
    expect(aase.thoughts.map(({ theme }) => theme)).toEqual(['people', 'doing', 'health', 'joy']);
    expect(aase.written.goals.map(({ isScored }) => isScored)).toEqual([true, true, false]);
    expect(progressOf(aase.written)).toEqual({ kind: 'finished' });
  });

  test('becomes a goal in the same words, once, and the others see it', async () => {
    const { aase, goals } = await conversing();
    const { length } = goals.rows;
    const thought = aase.thoughts[1]!;
    const id = aase.makeGoal(thought);
    await until(() => goals.rows.length === length + 1, 'Kari to see the goal');
    expect(goals.rows.at(-1)).toMatchObject({ id, activity: thought.words, scoreNow: null });
    expect(aase.thoughtsWithoutGoal.map(({ theme }) => theme)).toEqual(['people', 'health', 'joy']);
    aase.goals.list?.delete(id ?? '');
    expect(aase.thoughtsWithoutGoal).toHaveLength(4);
  });

  test('is taken along into the story on a line of its own, and not twice', async () => {
    const { aase, story } = await conversing();
    const before = story.words;
    const { words } = aase.thoughts[0]!;
    aase.take(words);
    aase.take(words);
    await until(() => story.words !== before, 'Kari to see it');
    expect(story.words).toBe(`${before}\n${words}`);
    expect(aase.isTaken(words)).toBe(true);
    expect(aase.isTaken('noe annet')).toBe(false);
  });

  test('can begin with a beginning, in place of another one that nothing followed', async () => {
    const { aase } = await conversing();
    const beginnings = ['Jeg savner', 'Jeg liker'];
    const joy = () => String(aase.themes.answers['joy']);
    const before = joy();
    aase.begin('joy', 'Jeg liker', beginnings);
    expect(joy()).toBe(`${before}\nJeg liker `);
    const text = aase.themes.doc.getMap('content').get('joy') as ReturnType<typeof textRoot>;
    text.delete(0, text.length);
    aase.begin('joy', 'Jeg savner', beginnings);
    aase.begin('joy', 'Jeg liker', beginnings);
    expect(joy()).toBe('Jeg liker ');
  });
});

describe('the score of a goal', () => {
  test('that is declined says why, counts as an answer, and gives way to a number', async () => {
    const { aase, goals } = await conversing();
    const last = () => goals.rows.at(-1)!;
    const { id } = last();
    declineScore(aase.goals, id, reason);
    await until(() => isDeclined(last()), 'Kari to see it');
    expect(last()).toMatchObject({ scoreNow: null, noGoalReason: reason });
    expect(aase.written.goals.at(-1)).toEqual({ id, isScored: true });
    giveScore(aase.goals, id, 4, reason);
    await until(() => last()['scoreNow'] === 4, 'Kari to see the number');
    expect(last()['noGoalReason']).toBe('');
    expect(isDeclined(last())).toBe(false);
    declineScore(aase.goals, id, reason);
    await until(() => isDeclined(last()), 'the number to go');
  });

  test('takes nothing away that somebody else wrote of it', async () => {
    const { aase, goals } = await conversing();
    const { id } = goals.rows.at(-1)!;
    declineScore(goals, id, 'Var for sliten');
    await until(() => isDeclined(aase.goals.rows.at(-1)!), 'Åse to see it');
    declineScore(aase.goals, id, reason);
    giveScore(aase.goals, id, 3, reason);
    await until(() => goals.rows.at(-1)?.['scoreNow'] === 3, 'Kari to see the number');
    expect(goals.rows.at(-1)?.['noGoalReason']).toBe('Var for sliten');
  });
});
