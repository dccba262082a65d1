import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { firstChoiceFor, JOURNAL_ORDER_OF, type JournalChoice } from '#shared/journal.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { JournalChoosing, type JournalChoosingParts } from '#lib/state/journalChoosing.svelte.ts';

const textOf = ({ receiver, parts }: JournalChoice) => `${receiver}: ${parts.join()}`;

/** Somebody who puts a text together; time goes on when the test says so. */
function choosing(over: Partial<JournalChoosingParts> = {}) {
  const asked: string[] = [];
  const waiting = new Set<() => void>();
  const made = new JournalChoosing({
    ...{ receiver: 'gp', written: SECTION_KEYS },
    async read(choice) {
      asked.push(textOf(choice));
      return textOf(choice);
    },
    after(_ms, act) {
      waiting.add(act);
      return () => void waiting.delete(act);
    },
    ...over,
  });
  const pass = async () => {
    for (const act of waiting) {
      waiting.delete(act);
      act();
    }
    await Promise.resolve();
    await Promise.resolve();
  };
  return { made, asked, pass };
}

describe('choosing a text for a journal', () => {
  test('begins with what belongs to the receiver and is written, in the order of their message', async () => {
    const { made } = choosing({ written: SECTION_KEYS.filter((key) => key !== 'followup' && key !== 'kin') });
    expect(made.parts.map(({ part }) => part)).toEqual(JOURNAL_ORDER_OF.gp);
    const chosen = firstChoiceFor('gp').filter((part) => part !== 'followup' && part !== 'kin');
    expect(made.choice).toEqual({ receiver: 'gp', parts: chosen });
    expect(made.parts.filter(({ written }) => !written).map(({ part }) => part)).toEqual(['followup', 'kin']);
    await made.look();
    expect(made.text).toBe(textOf(made.choice));
  });

  test('begins anew for another receiver, and stays in their order however it is ticked', async () => {
    const { made } = choosing();
    made.toggle('diagnoses');
    made.toggle('plan');
    made.toggle('plan');
    made.toggle('diagnoses');
    expect(made.choice.parts).toEqual(firstChoiceFor('gp'));
    made.choose('municipality');
    expect(made.choice).toEqual({ receiver: 'municipality', parts: firstChoiceFor('municipality') });
  });

  test('asks for one text when several boxes are ticked, and never twice for the same', async () => {
    const { made, asked, pass } = choosing();
    await made.look();
    made.toggle('medicines');
    made.toggle('plan');
    expect([made.text, made.shown], 'what was there stays until then').toEqual([null, asked[0]]);
    await pass();
    expect(asked).toHaveLength(2);
    expect(made.text).toBe(textOf(made.choice));
    made.toggle('plan');
    made.toggle('medicines');
    await pass();
    expect(asked).toHaveLength(2);
    expect(made.text).toBe(asked[0]);
  });

  test('gives what is chosen now, also when a slower answer comes afterwards', async () => {
    const answers: (() => void)[] = [];
    const { made } = choosing({
      read: (choice) => new Promise((resolve) => void answers.push(() => resolve(textOf(choice)))),
    });
    const first = made.look();
    made.choose('hospital');
    const taking = made.take();
    answers.toReversed().forEach((answer) => answer());
    await first;
    expect(await taking).toBe(textOf({ receiver: 'hospital', parts: firstChoiceFor('hospital') }));
    expect(made.text).toContain('hospital');
  });

  test('says why there is no text, and has one when it is there again', async () => {
    let isThere = false;
    const { made } = choosing({
      read: (choice) =>
        isThere ? Promise.resolve(textOf(choice)) : Promise.reject(new AppError('unavailable', 'no answer')),
    });
    await expect(made.take()).rejects.toMatchObject({ code: 'unavailable' });
    expect(made.refused).toBe('unavailable');
    isThere = true;
    expect(await made.take()).toBe(made.text);
    expect(made.refused).toBeNull();
  });
});
