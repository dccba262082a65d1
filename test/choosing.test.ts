import { describe, expect, test } from 'vitest';
import { Choosing } from '#lib/state/choosing.svelte.ts';
import { AppError } from '#shared/errors.ts';

/** A server that keeps what it is sent when it is let, and announces it when it is asked to. */
function serverWith(known: readonly string[]) {
  const waiting: { value: readonly string[]; let: () => void; refuse: () => void }[] = [];
  const server = { known, stored: known };
  const choosing = new Choosing<string>(
    () => server.known,
    (value) =>
      new Promise((done, failed) => {
        waiting.push({
          value,
          let: () => ((server.stored = value), done()),
          refuse: () => failed(new AppError('unavailable', 'no answer')),
        });
      }),
  );
  return { server, choosing, waiting };
}

describe('a choice', () => {
  test('is shown at once, stays until it is announced, and then as others change it', async () => {
    const { server, choosing, waiting } = serverWith([]);
    const kept = choosing.choose(['goals']);
    expect(choosing.value).toEqual(['goals']);
    waiting[0]!.let();
    expect(await kept).toBe(true);
    expect(choosing.value, 'before the announcement').toEqual(['goals']);
    server.known = ['goals'];
    expect(choosing.value).toEqual(['goals']);
    server.known = ['story'];
    expect(choosing.value).toEqual(['story']);
  });

  test('made while another is on its way goes after it, and the last one counts', async () => {
    const { server, choosing, waiting } = serverWith([]);
    const first = choosing.choose(['a']);
    const last = choosing.choose(['a', 'b']);
    expect(waiting.map(({ value }) => value)).toEqual([['a']]);
    waiting[0]!.let();
    await Promise.resolve();
    await Promise.resolve();
    server.known = ['a'];
    expect(choosing.value, 'what the first one made of it does not flicker').toEqual(['a', 'b']);
    waiting[1]!.let();
    expect(await Promise.all([first, last])).toEqual([true, true]);
    expect(server.stored).toEqual(['a', 'b']);
  });

  test('that is not kept is shown as the server has it, and why is said; the next one is', async () => {
    const { choosing, waiting } = serverWith(['a']);
    const lost = choosing.choose([]);
    waiting[0]!.refuse();
    expect(await lost).toBe(false);
    expect([choosing.value, choosing.refused]).toEqual([['a'], 'unavailable']);
    const kept = choosing.choose([]);
    expect(choosing.refused).toBeNull();
    waiting[1]!.let();
    expect(await kept).toBe(true);
    expect(choosing.value).toEqual([]);
  });
});
