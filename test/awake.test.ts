import { describe, expect, test } from 'vitest';
import { keepAwake } from '#lib/state/awake.ts';
import { until } from './support/until.ts';

/** A tablet whose screen can go dark. */
function tablet({ refuses = false } = {}) {
  const seen: { visibilityState: DocumentVisibilityState } = { visibilityState: 'visible' };
  const document = Object.assign(new EventTarget(), seen);
  const lit: { released: boolean; release: () => Promise<void> }[] = [];
  const request = async () => {
    if (refuses) throw new DOMException('The battery is low.', 'NotAllowedError');
    const light = { released: false, release: async () => void (light.released = true) };
    lit.push(light);
    return light as unknown as WakeLockSentinel;
  };
  const turn = (state: DocumentVisibilityState) => {
    document.visibilityState = state;
    // The browser lets go by itself when the page is hidden.
    if (state === 'hidden') for (const light of lit) light.released = true;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { document, wakeLock: { request }, lit, turn };
}

const isLit = ({ lit }: { lit: { released: boolean }[] }) => lit.some(({ released }) => !released);

describe('the screen of a tablet in a meeting', () => {
  test('stays lit, and is lit again each time the page comes back', async () => {
    const at = tablet();
    const end = keepAwake(at);
    await until(() => isLit(at), 'light');
    at.turn('hidden');
    expect(isLit(at)).toBe(false);
    at.turn('visible');
    await until(() => isLit(at), 'light again');
    end();
    await until(() => !isLit(at), 'the light to go');
    at.turn('visible');
    expect(at.lit).toHaveLength(2);
  });

  test('is asked for once while it is lit', async () => {
    const at = tablet();
    keepAwake(at);
    await until(() => isLit(at), 'light');
    at.turn('visible');
    await Promise.resolve();
    expect(at.lit).toHaveLength(1);
  });

  test.each([
    ['that saves its battery', tablet({ refuses: true })],
    ['that knows no such thing', { ...tablet(), wakeLock: undefined }],
  ])('on a device %s the meeting goes on', async (_name, at) => {
    const end = keepAwake(at);
    await Promise.resolve();
    expect(isLit(at)).toBe(false);
    expect(end).not.toThrow();
  });
});
