// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { textRoot } from '#shared/plan/doc.ts';
import { MOST_BYTES } from '#lib/state/wordsElement.ts';
import { saying, writers } from './support/writer.ts';

describe('writing', () => {
  test('what one writes stands in the shared text and on the other screen', () => {
    const [kari, mona] = writers({ start: saying('Hei ') });
    kari.select(4).type('Åse');
    kari.sendTo(mona);
    expect(kari.text).toBe('Hei Åse');
    expect(mona.shown).toBe('Hei Åse');
  });

  test('one input is one transaction', () => {
    const [kari] = writers({ start: saying('Hun går med rullator.') });
    let updates = 0;
    kari.doc.on('update', () => (updates += 1));
    kari.select(8, 20).type('uten støtte');
    expect(kari.text).toBe('Hun går uten støtte.');
    expect(updates).toBe(1);
  });

  test('only what changed is written: what the other wrote beside it stays', () => {
    const [kari, mona] = writers({ start: saying('hun gaar ute') });
    mona.select(12).type(' alene');
    kari.select(4, 8).type('går');
    kari.sendTo(mona);
    mona.sendTo(kari);
    expect(kari.text).toBe('hun går ute alene');
    expect(mona.shown).toBe('hun går ute alene');
  });

  test('the same letter again goes in where the caret is', () => {
    const [kari, mona] = writers({ start: saying('aaa') });
    mona.select(1).type('X');
    kari.select(3).type('a');
    kari.sendTo(mona);
    mona.sendTo(kari);
    expect(kari.text).toBe('aXaaa');
    const at = Y.createRelativePositionFromTypeIndex(textRoot(kari.doc), 4);
    expect(at.item?.client, 'the last one is the one that Kari wrote').toBe(1);
  });

  test('a character of two code units is never split', () => {
    const [kari, mona] = writers({ start: saying('Glad 😀!') });
    kari.select(5, 7).type('😁');
    kari.sendTo(mona);
    expect(mona.text).toBe('Glad 😁!');
    kari.select(5, 7).type('👀');
    kari.sendTo(mona);
    expect(mona.text).toBe('Glad 👀!');
    // The second half of this one is that of the next.
    kari.select(5, 7).type('\u{1F600}');
    kari.select(5, 7).type('\u{1FA00}');
    kari.sendTo(mona);
    expect(mona.text).toBe('Glad \u{1FA00}!');
    expect(mona.text).not.toContain('\uFFFD');
  });

  test('half a character is taken for the sign that it becomes on its way, on every screen', () => {
    const [kari, mona] = writers();
    kari.type('a\uD83D');
    kari.sendTo(mona);
    expect(kari.shown).toBe('a\uFFFD');
    expect(mona.shown).toBe('a\uFFFD');
  });

  test('line breaks of another system show as one, and count as what they are', () => {
    const [kari, mona] = writers({ start: saying('en\r\nto\rtre') });
    expect(kari.shown).toBe('en\u200B\nto\ntre');
    kari.select(kari.shown.length).type('!');
    kari.sendTo(mona);
    expect(mona.text).toBe('en\r\nto\rtre!');
  });

  test('a line shows line breaks as spaces and keeps them', () => {
    const [kari] = writers({ start: saying('Mona\nHansen'), line: true });
    expect(kari.shown).toBe('Mona Hansen');
    kari.select(kari.shown.length).type(', Larvik');
    expect(kari.text).toBe('Mona\nHansen, Larvik');
  });
});

describe('the writer’s caret', () => {
  test('stays between its neighbours when the other writes before it', () => {
    const [kari, mona] = writers({ start: saying('Går trygt med rullator') });
    mona.select(0).type('Nå: ');
    kari.select(10);
    mona.sendTo(kari);
    expect(kari.shown).toBe('Nå: Går trygt med rullator');
    expect(kari.selection).toEqual([14, 14]);
  });

  test('stays after what one wrote last when the other writes at the same place', () => {
    const [kari, mona] = writers({ start: saying('Hei') });
    mona.select(3).type(' på deg');
    kari.select(3);
    mona.sendTo(kari);
    kari.type('!');
    expect(kari.shown).toBe('Hei! på deg');
  });

  test('a selection keeps its words, and its direction', () => {
    const [kari, mona] = writers({ start: saying('en to tre') });
    mona.select(3).type('X').select(6).type('Y');
    mona.select(0, 2).type('');
    kari.select(3, 5, 'backward');
    mona.sendTo(kari);
    expect(kari.shown.slice(...(kari.selection as [number, number]))).toBe('to');
    expect(kari.element.selectionDirection).toBe('backward');
  });

  test('comes to where the words were when the other takes them away', () => {
    const [kari, mona] = writers({ start: saying('en to tre') });
    mona.select(2, 6).type('');
    kari.select(4);
    mona.sendTo(kari);
    expect(kari.selection).toEqual([2, 2]);
  });

  test('what the other writes takes the focus from nobody', () => {
    const [kari, mona] = writers();
    const elsewhere = document.body.appendChild(document.createElement('input'));
    mona.type('Hei');
    elsewhere.focus();
    mona.sendTo(kari);
    expect(kari.shown).toBe('Hei');
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  test('is shown to the others while one is in the field, and not when one has left', () => {
    const [kari] = writers({ start: saying('Hei Åse') });
    kari.select(3);
    kari.press('Shift');
    kari.element.dispatchEvent(new Event('select'));
    expect(kari.told.cursor).toEqual({ anchor: 3, head: 3 });
    kari.rest();
    expect(kari.told.cursor).toBeNull();
  });
});

describe('what does not fit', () => {
  const long = 'x'.repeat(MOST_BYTES);

  test('a paste that makes the text too long is turned away, with words', () => {
    const [kari] = writers({ start: saying('Hei') });
    kari.select(3).type(long, { inputType: 'insertFromPaste' });
    expect(kari.text).toBe('Hei');
    expect(kari.shown).toBe('Hei');
    expect(kari.told.tooLong).toBe(1);
  });

  test('and just as much as fits is let in', () => {
    const [kari] = writers({ start: saying('Hei') });
    kari.select(3).type(long.slice(3), { inputType: 'insertFromPaste' });
    expect(kari.text.length).toBe(MOST_BYTES);
    expect(kari.told.tooLong).toBe(0);
  });

  test('what came in without asking is taken out again', () => {
    const [kari] = writers({ start: saying('Hei') });
    kari.element.value = `Hei${long}`;
    kari.element.dispatchEvent(new InputEvent('input'));
    expect(kari.text).toBe('Hei');
    expect(kari.shown).toBe('Hei');
    expect(kari.told.tooLong).toBe(1);
  });

  test('a text that is too long already can be made shorter', () => {
    const [kari] = writers({ start: saying(`${long}xx`) });
    kari.select(0, 1).type('', { inputType: 'deleteContentForward' });
    expect(kari.text.length).toBe(MOST_BYTES + 1);
  });

  test('words that are too many bytes for one message are turned away', () => {
    const [kari] = writers();
    kari.type('語'.repeat(80_000), { inputType: 'insertFromPaste' });
    expect(kari.text).toBe('');
    kari.type('語'.repeat(60_000), { inputType: 'insertFromPaste' });
    expect(kari.text.length).toBe(60_000);
  });

  test.each(['insertFromPaste', 'insertFromDrop'])('100 kB go in at once, 5 MB do not: %s', (inputType) => {
    const [kari, mona] = writers({ start: saying('Hei') });
    kari.select(3).type('x'.repeat(5_000_000), { inputType });
    expect([kari.text, kari.shown, kari.told.tooLong]).toEqual(['Hei', 'Hei', 1]);
    kari.select(3).type('å'.repeat(51_200), { inputType });
    kari.sendTo(mona);
    expect(mona.shown).toBe(`Hei${'å'.repeat(51_200)}`);
    expect(kari.told.tooLong).toBe(1);
  });

  test('a text that is full takes not one letter more, however it comes', () => {
    const [kari] = writers({ start: saying('å'.repeat(MOST_BYTES / 2)) });
    kari.select(0).type('x');
    expect(kari.text.length).toBe(MOST_BYTES / 2);
    kari.select(0).startComposing().compose('x');
    kari.endComposing();
    expect(kari.text.length).toBe(MOST_BYTES / 2);
    expect(kari.shown).toBe(kari.text);
  });
});

describe('whoever writes', () => {
  test('is told when others change the words, and not of what they do themselves', () => {
    const [kari, mona] = writers({ start: saying('Hei') });
    kari.select(3).type('!').undo().redo();
    expect(kari.told.others).toBe(0);
    mona.type('Ja. ').type('Nei. ').sendTo(kari);
    expect(kari.told.others).toBe(2);
  });

  test('is not told of what others change in another field', () => {
    const [kari] = writers({ key: 'situation', where: { field: 'happened' } });
    const [, mona] = writers({ key: 'situation', where: { field: 'course' } });
    mona.type('Falt.').sendTo(kari);
    expect(kari.told.others).toBe(0);
  });

  test('knows what there is to take back and to bring again', () => {
    const [kari, mona] = writers({ start: saying('Hei') });
    mona.select(3).type(' du').sendTo(kari);
    expect(kari.told.steps, 'what others wrote is not theirs to take back').toEqual({ back: false, forth: false });
    kari.select(0).type('Nå: ');
    expect(kari.told.steps).toEqual({ back: true, forth: false });
    kari.binding.stepBack(false);
    expect(kari.told.steps).toEqual({ back: false, forth: true });
    kari.binding.stepBack(true);
    expect(kari.shown).toBe('Nå: Hei du');
    kari.select(0).type('x');
    expect(kari.told.steps).toEqual({ back: true, forth: false });
  });

  test('a field that can only be read just now is not changed by undo', () => {
    const [kari] = writers({ start: saying('Hei') });
    kari.select(3).type('!');
    kari.element.readOnly = true;
    kari.undo();
    expect(kari.text).toBe('Hei!');
    kari.element.readOnly = false;
    kari.undo();
    expect(kari.text).toBe('Hei');
  });
});
