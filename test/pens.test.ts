import { describe, expect, test } from 'vitest';
import { AuthorsReading } from '#lib/state/authors.svelte.ts';
import { penShown, type Penned } from '#lib/state/pens.ts';
import { AppError } from '#shared/errors.ts';
import { ParticipantId } from '#shared/ids.ts';
import type { Author, Authors, Written } from '#shared/plan/authors.ts';
import type { Language } from '#shared/words/language.ts';
import { speechIn } from './support/speech.ts';

const someone = (name: string, role: Author['role']): Author => ({
  ...{ id: ParticipantId.parse((name.split(' ')[0] ?? '').replace('Å', 'A').padEnd(24, '-')), name, role },
});
const aase = someone('Åse Fiktiv', 'patient');
const line = someone('Line Fiktiv', 'kin');
const kari = someone('Kari Nilsen', 'hospital');
const by = (participants: Author[], place: Partial<Written> = {}): Written => ({
  participants,
  carried: false,
  ...place,
});

describe('under the patient’s words stands', () => {
  const said = (
    written: Written[],
    { yours = false, language = 'nb' }: { yours?: boolean; language?: Language } = {},
  ) => {
    const penned: Penned = { authors: { story: written }, patient: 'Åse Fiktiv', yours };
    return penShown(penned, 'story', speechIn(language))?.sentence ?? null;
  };

  test('who wrote them on her behalf', () => {
    expect(said([by([line])])).toBe('Skrevet av Line (pårørende) på vegne av Åse');
    expect(said([by([line, kari])])).toBe('Skrevet av Line (pårørende) og Kari (sykehuset) på vegne av Åse');
    expect(said([by([line])], { yours: true })).toBe('Skrevet av Line (pårørende) på vegne av deg');
  });

  test('who wrote them with her', () => {
    expect(said([by([line, aase])])).toBe('Åse og Line (pårørende) har skrevet dette');
    expect(said([by([line, aase])], { yours: true })).toBe('Du og Line (pårørende) har skrevet dette');
  });

  test('who wrote some of what was carried over', () => {
    expect(said([by([line], { carried: true })])).toBe('Line (pårørende) har skrevet noe av dette');
  });

  test('nothing where she wrote herself', () => {
    expect(said([by([aase])])).toBeNull();
    expect(said([])).toBeNull();
  });

  test('the same in nynorsk and English', () => {
    expect(said([by([line])], { language: 'nn' })).toBe('Skrive av Line (pårørande) på vegner av Åse');
    expect(said([by([line])], { language: 'en' })).toMatch(/^Written by Line \(.+\) on behalf of Åse$/);
  });

  test('row by row what is true of each', () => {
    const goals = [by([line], { row: 'a' }), by([aase], { row: 'b' })];
    const penned: Penned = { authors: { goals }, patient: 'Åse Fiktiv', yours: false };
    const of = (row?: string) => penShown(penned, 'goals', speechIn(), row)?.sentence ?? null;
    expect([of('a'), of('b'), of()]).toEqual([
      'Skrevet av Line (pårørende) på vegne av Åse',
      null,
      'Åse og Line (pårørende) har skrevet dette',
    ]);
  });
});

describe('who wrote is read', () => {
  /** A reading whose clock and answers are in the test's hand. */
  function reading() {
    const timers: (() => void)[] = [];
    const asked: { answer: (authors: Authors) => void; fail: (error: unknown) => void }[] = [];
    const read = () => new Promise<Authors>((answer, fail) => void asked.push({ answer, fail }));
    const after = (_ms: number, act: () => void) => {
      timers.push(act);
      return () => void timers.splice(timers.indexOf(act), 1);
    };
    return { it: new AuthorsReading(read, { after }), asked, pass: () => timers.splice(0).forEach((act) => act()) };
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const told: Authors = { story: [by([line])] };

  test('once for all that was written in the meantime', async () => {
    const { it, asked, pass } = reading();
    it.look();
    it.look();
    expect(asked.length).toBe(0);
    pass();
    expect(asked.length).toBe(1);
    asked[0]?.answer(told);
    await settled();
    expect(it.authors).toEqual(told);
    pass();
    expect(asked.length, 'nothing was written since').toBe(1);
  });

  test('again when something was written while it was read', async () => {
    const { it, asked, pass } = reading();
    it.look();
    pass();
    it.look();
    asked[0]?.answer({});
    await settled();
    pass();
    expect(asked.length).toBe(2);
  });

  test('and what was known stands when it cannot be', async () => {
    const { it, asked, pass } = reading();
    it.look();
    pass();
    asked[0]?.answer(told);
    await settled();
    it.look();
    pass();
    asked[1]?.fail(new AppError('unavailable', 'no answer'));
    await settled();
    expect(it.authors).toEqual(told);
  });

  test('no more when the page is closed', () => {
    const { it, asked, pass } = reading();
    it.look();
    it.close();
    pass();
    it.look();
    pass();
    expect(asked.length).toBe(0);
  });
});
