// @vitest-environment happy-dom
import { expect, onTestFinished, test } from 'vitest';
import { makeRoomForKeyboard } from '#lib/state/keyboardRoom.ts';

/** A tablet of 1180 pixels, with somebody in a field. */
function glass() {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  let shown = 0;
  field.scrollIntoView = () => void (shown += 1);
  const visualViewport = Object.assign(new EventTarget(), { height: 1180 });
  const end = makeRoomForKeyboard({ document, innerHeight: 1180, visualViewport });
  onTestFinished(() => (end(), field.remove()));
  const resize = (height: number) => {
    visualViewport.height = height;
    visualViewport.dispatchEvent(new Event('resize'));
    return ['keyboard' in document.documentElement.dataset, shown] as const;
  };
  return { resize, end };
}

test('while the keyboard is up the page says so, and the field is brought into sight once', () => {
  const { resize } = glass();
  expect(resize(740)).toEqual([true, 1]);
  expect(resize(735)).toEqual([true, 1]);
  expect(resize(1180)).toEqual([false, 1]);
});

test('an address bar that comes and goes is no keyboard', () => {
  expect(glass().resize(1100)).toEqual([false, 0]);
});

test('whoever leaves leaves no trace of it', () => {
  const { resize, end } = glass();
  resize(700);
  end();
  expect('keyboard' in document.documentElement.dataset).toBe(false);
});
