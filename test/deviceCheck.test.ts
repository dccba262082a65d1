import { expect, test } from 'vitest';
import { DeviceCheck, type DeviceCheckParts } from '#lib/state/deviceCheck.svelte.ts';
import { until } from './support/until.ts';

/** A device whose answers take so many ms each; `null` for none that ever comes. */
function device(answers: readonly (number | null)[], over: Partial<DeviceCheckParts> = {}) {
  const done: string[] = [];
  let now = 0;
  let asked = 0;
  let tooLate = (): void => undefined;
  const knock = () => {
    const takes = answers[asked++ % answers.length];
    if (takes === null || takes === undefined) {
      queueMicrotask(() => tooLate());
      return new Promise<void>(() => undefined);
    }
    now += takes;
    return Promise.resolve();
  };
  const check = new DeviceCheck({
    knock,
    isLive: () => true,
    tones: {
      unlock: () => done.push('unlocked'),
      play: () => done.push('played'),
      close: () => done.push('closed'),
    },
    now: () => now,
    after(_ms, act) {
      tooLate = act;
      return () => (tooLate = () => undefined);
    },
    enlarge: null,
    ...over,
  });
  return { check, done, asked: () => asked };
}

test('one press tries the connection five times, then plays, and asks what was heard and what can be read', async () => {
  const { check, done, asked } = device([30]);
  expect(check.step).toBe('idle');
  const trying = check.start();
  expect([check.step, done], 'the sound is unlocked within the press').toEqual(['connection', ['unlocked']]);
  await trying;
  expect([check.step, check.connection, asked()]).toEqual(['sound', 'good', 5]);
  expect(done).toEqual(['unlocked', 'played']);
  check.hear(true);
  expect(check.step).toBe('sight');
  check.read(true);
  expect([check.step, check.isWell]).toEqual(['done', true]);
  check.close();
  expect(done.at(-1)).toBe('closed');
});

test.each<[string, readonly (number | null)[], 'good' | 'slow' | 'lost']>([
  ['quick answers, with a slow one among them', [20, 20, 900, 20, 20], 'good'],
  ['slow answers', [500], 'slow'],
  ['one answer that does not come', [20, 20, null, 20, 20], 'slow'],
  ['three answers that do not come', [20, null, null, null, 20], 'lost'],
  ['no answer at all', [null], 'lost'],
])('%s', async (_, answers, connection) => {
  const { check } = device(answers);
  await check.start();
  expect(check.connection).toBe(connection);
});

test('a refused answer is none, and so is a line that is lost', async () => {
  const refused = device([20], { knock: () => Promise.reject(new Error('no')) });
  await refused.check.start();
  expect(refused.check.connection).toBe('lost');
  const lost = device([20], { isLive: () => false });
  await lost.check.start();
  expect(lost.check.connection).toBe('lost');
});

test('who hears nothing gets advice, can hear once more, and can go on', async () => {
  const { check, done } = device([20]);
  await check.start();
  check.hear(false);
  expect([check.step, check.sound]).toEqual(['sound', 'silent']);
  check.playAgain();
  expect([check.step, check.sound, done.at(-1)]).toEqual(['sound', null, 'played']);
  check.hear(false);
  check.goOn();
  expect([check.step, check.sound]).toEqual(['sight', 'silent']);
  check.read(true);
  expect([check.step, check.isWell]).toEqual(['done', false]);
});

test('who cannot read gets larger text as long as there is larger text, and advice after that', async () => {
  let left = 2;
  const { check } = device([20], { enlarge: () => left-- > 0 });
  await check.start();
  check.hear(true);
  check.read(false);
  check.read(false);
  expect([check.step, check.sight]).toEqual(['sight', null]);
  check.read(false);
  expect([check.step, check.sight]).toEqual(['sight', 'hard']);
  check.goOn();
  expect([check.step, check.isWell]).toEqual(['done', false]);
});

test('pressed twice it tries once, and once more when it is asked again', async () => {
  const { check, asked } = device([20]);
  await Promise.all([check.start(), check.start()]);
  expect(asked()).toBe(5);
  check.hear(false);
  check.goOn();
  check.read(true);
  void check.start();
  await until(() => check.step === 'sound', 'another try');
  expect([check.sound, asked()]).toEqual([null, 10]);
});
