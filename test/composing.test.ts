// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { fieldsRoot, writePart } from '#shared/plan/doc.ts';
import { blankPart } from '#shared/plan/plan.ts';
import { saying, writers } from './support/writer.ts';

describe('words that are being composed', () => {
  test('are not sent before they are done', () => {
    const [kari, mona] = writers();
    kari.select(0).startComposing().compose('s').compose('y');
    kari.sendTo(mona);
    expect(mona.text).toBe('');
    kari.endComposing().sendTo(mona);
    expect(mona.text).toBe('sy');
  });

  test('are left alone by what the other writes, which shows when they are done', () => {
    const [kari, mona] = writers({ start: saying('Hun sover godt.') });
    kari.select(9).startComposing().compose(' ').compose('ikke');
    mona.select(0).type('Natt: ').sendTo(kari);
    expect(kari.shown).toBe('Hun sover ikke godt.');
    kari.endComposing();
    expect(kari.shown).toBe('Natt: Hun sover ikke godt.');
    expect(kari.selection).toEqual([20, 20]);
    kari.sendTo(mona);
    expect(mona.text).toBe(kari.text);
  });

  test('keep what the other wrote in the middle of the word that they replace', () => {
    const [kari, mona] = writers({ start: saying('trygg') });
    kari.select(0, 5).startComposing().compose('sikker');
    mona.select(3).type('-X-').sendTo(kari);
    kari.endComposing().sendTo(mona);
    expect(kari.text).toContain('-X-');
    expect(kari.text.replace('-X-', '')).toBe('sikker');
    expect(mona.shown).toBe(kari.shown);
  });

  test('are kept when the field goes away', () => {
    const [kari, mona] = writers();
    kari.select(0).startComposing().compose('natt');
    kari.binding.close();
    kari.sendTo(mona);
    expect(mona.text).toBe('natt');
  });

  test('end with the next ordinary input where a browser forgets to say so', () => {
    const [kari] = writers();
    kari.select(0).startComposing().compose('nat').type('t');
    expect(kari.text).toBe('natt');
  });
});

describe('words that are dictated', () => {
  // As Safari tells of it: what is heard is put in bit by bit, guesses are replaced, and the caret goes to the end.
  const guess = { inputType: 'insertReplacementText' };

  test('come bit by bit, and a better guess replaces the first', () => {
    const [aase, kari] = writers();
    aase.select(0).type('jeg vil jem', { inputType: 'insertDictationResult' });
    aase.select(8, 11).type('hjem', guess).select(0, 3).type('Jeg', guess).select(12);
    aase.type(' til Bjørg', { inputType: 'insertDictationResult', cancelable: false }).sendTo(kari);
    expect(kari.text).toBe('Jeg vil hjem til Bjørg');
    expect(aase.shown).toBe(kari.text);
  });

  test('end in a composition that is put in as a whole, and stand once', () => {
    const [aase, kari] = writers({ start: saying('Hei. ') });
    aase.select(5).startComposing().compose('jeg savner Bjørg');
    aase.select(5, 21).type('Jeg savner Bjørg.', { inputType: 'insertFromComposition', cancelable: false });
    aase.endComposing().sendTo(kari);
    expect(kari.text).toBe('Hei. Jeg savner Bjørg.');
    expect(aase.shown).toBe(kari.text);
  });

  test('take nothing away that another writes in the same text meanwhile', () => {
    const [aase, kari] = writers({ start: saying('Hjem.') });
    aase.select(5).startComposing().compose(' til kjatten');
    kari.select(0).type('Mål: ').sendTo(aase);
    aase.endComposing();
    aase.select(15, 22).type('katten', guess).sendTo(kari);
    expect(kari.text).toBe('Mål: Hjem. til katten');
    expect(aase.shown).toBe(kari.text);
  });
});

describe('undo', () => {
  test('takes back what one wrote oneself, and nothing of the other', () => {
    const [kari, mona] = writers({ start: saying('Hun ') });
    kari.select(4).type('sover');
    kari.sendTo(mona);
    mona.select(6).type('XYZ').sendTo(kari);
    expect(kari.shown).toBe('Hun soXYZver');
    kari.undo();
    expect(kari.shown).toBe('Hun XYZ');
    kari.redo();
    expect(kari.shown).toBe('Hun soXYZver');
  });

  test('has nothing to take back where only the other has written', () => {
    const [kari, mona] = writers();
    mona.type('Hei').sendTo(kari);
    kari.select(3).undo();
    expect(kari.shown).toBe('Hei');
  });

  test('goes step by step, and is the binding’s own and not the browser’s', () => {
    const [kari] = writers();
    kari.type('en').rest().type(' to').rest().type(' tre');
    expect(kari.press('z', { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(kari.shown).toBe('en to');
    kari.press('z', { metaKey: true });
    expect(kari.shown).toBe('en');
    kari.press('y', { ctrlKey: true });
    expect(kari.shown).toBe('en to');
    kari.press('z', { metaKey: true, shiftKey: true });
    expect(kari.shown).toBe('en to tre');
    const byMenu = new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true });
    kari.element.dispatchEvent(byMenu);
    expect(byMenu.defaultPrevented).toBe(true);
    expect(kari.shown).toBe('en to');
  });

  test('puts the caret where the change was', () => {
    const [kari] = writers({ start: saying('en tre') });
    kari.select(3).type('to ').rest().select(9).type('!').rest();
    kari.select(0).undo().undo();
    expect(kari.shown).toBe('en tre');
    expect(kari.selection).toEqual([3, 3]);
  });
});

describe('a field of a form', () => {
  const where = { field: 'happened' };
  const prepared = () => {
    const doc = new Y.Doc();
    doc.clientID = 99;
    writePart('situation', doc, blankPart('situation'));
    return Y.encodeStateAsUpdate(doc);
  };

  test('two who write at once in a prepared field write in the same text', () => {
    const [kari, tiril] = writers({ key: 'situation', where, start: prepared() });
    kari.type('Falt hjemme.');
    tiril.type('Brakk hoften.');
    kari.sendTo(tiril);
    tiril.sendTo(kari);
    expect(kari.text).toBe(tiril.text);
    expect(kari.text).toContain('Falt hjemme.');
    expect(kari.text).toContain('Brakk hoften.');
  });

  test('a plain string of a foreign client shows, and the first edit makes a shared text of it', () => {
    const doc = new Y.Doc();
    doc.clientID = 99;
    fieldsRoot(doc).set('happened', 'Falt');
    const [kari, tiril] = writers({ key: 'situation', where, start: Y.encodeStateAsUpdate(doc) });
    expect(kari.shown).toBe('Falt');
    kari.select(4).type(' hjemme');
    expect(fieldsRoot(kari.doc).get('happened')).toBeInstanceOf(Y.Text);
    kari.sendTo(tiril);
    expect(tiril.shown).toBe('Falt hjemme');
    kari.undo();
    expect(kari.shown).toBe('Falt');
  });

  test('nothing is lost when two are the first to write where no text was', async () => {
    const [kari, tiril] = writers({ key: 'situation', where });
    kari.type('Falt hjemme.');
    tiril.type('Brakk hoften.');
    kari.sendTo(tiril);
    tiril.sendTo(kari);
    await Promise.resolve();
    kari.sendTo(tiril);
    tiril.sendTo(kari);
    expect(kari.text).toBe(tiril.text);
    expect(kari.text).toContain('Falt hjemme.');
    expect(kari.text).toContain('Brakk hoften.');
    expect(kari.shown).toBe(kari.text);
  });
});
