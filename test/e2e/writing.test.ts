import type { Locator, Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { MeetingForMe } from '#shared/api.ts';
import { sections } from '#shared/plan/sections.ts';
import { Guest } from '../support/guest.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import type { DemoName } from '../support/seat.ts';
import { until } from '../support/until.ts';
import { expectAccessible, openBrowser, type SCREENS } from '../support/windows.ts';
import { nb } from '../support/speech.ts';

type Offer = { meeting: Pick<MeetingForMe, 'id'>; people: { participant: string; name: string }[] };

type Sit = (name: DemoName, screen: keyof typeof SCREENS, view: string) => Promise<Page>;

/** The prepared meeting, and a way for its people to sit down before a screen. */
async function demo(): Promise<Sit> {
  const { url } = await startProgram(await dataFolder());
  const { open, thrown } = await openBrowser(url);
  const { people, meeting } = (await new Guest(url).get('/api/demo')).body as unknown as Offer;
  onTestFinished(() => expect(thrown).toEqual([]));
  return async (name, screen, view) => {
    const participant = people.find((person) => person.name.startsWith(name))?.participant ?? '';
    const { page } = await open(screen, `/seat#${participant}`);
    await page.waitForURL(/\/meetings\//);
    await page.goto(`/meetings/${meeting.id}${view}`);
    await page.locator('h1').first().waitFor();
    return page;
  };
}

const card = (page: Page, key: 'followup' | 'story' | 'needs') =>
  page.getByRole('region', { name: sections[key].heading.nb });
const whatIn = (page: Page) => card(page, 'followup').getByLabel(sections.followup.fields.what.label.nb);
const titles = (page: Page) => whatIn(page).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
const focusedLabel = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const caretOf = (field: Locator) => field.evaluate((one) => (one as HTMLTextAreaElement).selectionStart);
const isFocused = (field: Locator) => field.evaluate((one) => one === document.activeElement);

describe('rows', () => {
  test('are moved, and deleted, while another writes in them, and nobody loses the caret or a word', async () => {
    const sit = await demo();
    const [kari, mona] = await Promise.all([sit('Kari', 'ward', '?punkt=plan'), sit('Mona', 'tablet', '?punkt=plan')]);
    const second = await moveUnder(kari, mona);
    await deleteUnder(kari, mona, second);
  }, 120_000);
});

/** Kari moves the row that Mona writes in, by keyboard, and Mona moves it back with a finger. Returns what it is called. */
async function moveUnder(kari: Page, mona: Page): Promise<string> {
  const [first = '', second = '', third = ''] = await some(() => titles(kari));
  await some(() => titles(mona));
  const field = whatIn(mona).nth(1);
  await field.focus();
  await field.evaluate((one) => (one as HTMLInputElement).setSelectionRange(3, 3));
  const up = nb.plan.moveUp(second);
  await card(kari, 'followup').getByRole('button', { name: up }).focus();
  await kari.keyboard.press('Enter');
  await until(async () => (await titles(mona))[0] === second, 'the row to be first at Mona’s');
  expect((await titles(kari)).slice(0, 3)).toEqual([second, first, third]);
  expect(await focusedLabel(kari)).toBe(up);
  await kari.getByText(nb.plan.moved(second, 1, 5)).waitFor({ state: 'attached' });
  const moved = whatIn(mona).nth(0);
  expect(await isFocused(moved), 'Mona stands in the row that moved').toBe(true);
  expect(await caretOf(moved)).toBe(3);
  expect(await card(kari, 'followup').locator('.caret').count(), 'Kari still sees her there').toBe(1);
  await mona.keyboard.type('!!');
  const title = `${second.slice(0, 3)}!!${second.slice(3)}`;
  await until(async () => (await titles(kari))[0] === title, 'what Mona wrote');
  const down = card(mona, 'followup').getByRole('button', { name: nb.plan.moveDown(title) });
  await down.tap();
  await until(async () => (await titles(kari))[1] === title, 'the row to be second again');
  await whatIn(mona).nth(1).focus();
  await mona.keyboard.press('Control+Z');
  expect((await titles(mona))[1], 'undo reaches over the move').toBe(second);
  await expectAccessible(kari, 'rows that can be moved');
  return second;
}

/** Kari deletes the row that Mona writes in. Mona is told, and brings it back with what she wrote. */
async function deleteUnder(kari: Page, mona: Page, second: string): Promise<void> {
  const title = `${second} med Åse`;
  const list = card(kari, 'followup');
  await whatIn(mona).nth(1).focus();
  await mona.keyboard.press('End');
  await mona.keyboard.type(' med Åse');
  await list.getByRole('button', { name: nb.plan.deleteRowNamed(title) }).click();
  await list.getByText(nb.plan.othersInRow(['Mona'])).waitFor();
  await expectAccessible(kari, 'a question before deleting');
  await list.getByRole('button', { name: nb.plan.keepRow }).click();
  expect(await focusedLabel(kari)).toBe(nb.plan.deleteRowNamed(title));
  await kari.keyboard.press('Enter');
  await list.getByRole('button', { name: nb.plan.deleteAnyway }).click();

  const told = mona.locator('[data-lost]');
  await told.getByText(nb.plan.lostRow(title)).waitFor();
  await told.getByText(title, { exact: true }).waitFor();
  await until(() => isFocused(told), 'the focus to be on what is said');
  await expectAccessible(mona, 'a row that another deleted');
  await told.getByRole('button', { name: nb.plan.bringBack }).tap();
  await until(async () => (await titles(kari))[1] === title, 'the row to be back at Kari’s');
  await until(() => isFocused(whatIn(mona).nth(1)), 'Mona to be in the row again');
  expect(await told.count()).toBe(0);
}

async function some(ask: () => Promise<string[]>): Promise<string[]> {
  let came: string[] = [];
  await until(async () => (came = await ask()).length > 0, 'the rows to be there');
  return came;
}

/** Kari and Line, where both write in what Åse tells. */
const both = (sit: Sit) =>
  Promise.all([sit('Kari', 'ward', '?punkt=what-matters'), sit('Line', 'phone', '?punkt=what-matters')]);

/** Puts so many bytes on the clipboard of the page and pastes them as a person does. */
async function paste(page: Page, length: number): Promise<void> {
  await page.evaluate((count) => navigator.clipboard.writeText('å'.repeat(count / 2)), length);
  await page.keyboard.press('Control+V');
}

describe('a text', () => {
  test('takes a paste of 100 kB, turns one of 5 MB away in words, and loses nothing', async () => {
    const sit = await demo();
    const kari = await sit('Kari', 'ward', '?punkt=help-home');
    await kari.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const field = card(kari, 'needs').getByRole('textbox');
    await field.focus();
    const before = await field.inputValue();
    await kari.keyboard.press('Control+End');
    await paste(kari, 5_000_000);
    await card(kari, 'needs').getByText(nb.plan.tooLong).waitFor();
    expect(await field.inputValue()).toBe(before);
    await drop(field, 'x'.repeat(5_000_000));
    expect(await field.inputValue()).toBe(before);
    await paste(kari, 100_000);
    expect((await field.inputValue()).length).toBe(before.length + 50_000);
    expect(await card(kari, 'needs').getByText(nb.plan.tooLong).count()).toBe(0);
    await kari.getByText(nb.plan.saving.saved, { exact: true }).first().waitFor();
    await card(kari, 'needs').getByRole('button', { name: nb.plan.undo }).click();
    expect(await field.inputValue()).toBe(before);
    expect(await isFocused(field), 'the button takes the focus from nobody').toBe(true);
    await card(kari, 'needs').getByRole('button', { name: nb.plan.redo }).click();
    expect((await field.inputValue()).length).toBe(before.length + 50_000);
    await kari.keyboard.press('Control+Z');
    expect(await field.inputValue()).toBe(before);
  }, 60_000);

  test('says to those who listen that others change it, and not when they do not want to hear', async () => {
    const sit = await demo();
    const [kari, line] = await both(sit);
    const [hers, his] = [line, kari].map((page) => card(page, 'story').getByRole('textbox')) as [Locator, Locator];
    await kari.getByLabel(nb.plan.hearOthers).uncheck();
    await kari.reload();
    expect(await kari.getByLabel(nb.plan.hearOthers).isChecked(), 'for as long as the window lives').toBe(false);
    const hears = await heard(kari);
    await his.focus();
    await hers.pressSequentially('Hei. ');
    await until(async () => (await his.inputValue()).includes('Hei. '), 'Kari to see it');
    expect(await hears()).toEqual([]);
    await kari.getByLabel(nb.plan.hearOthers).check();
    await his.focus();
    await hers.pressSequentially('Hallo. ');
    await until(async () => (await hears()).includes(nb.plan.changesYours(['Line'])), 'it to be said');
  }, 60_000);
});

/** Drops text on the field, as from another window. */
async function drop(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, words) => {
    const event = { inputType: 'insertFromDrop', data: words, cancelable: true, bubbles: true };
    if (element.dispatchEvent(new InputEvent('beforeinput', event))) throw new Error('the drop was not stopped');
  }, text);
}

/** Collects what the page's live region says from now on. */
async function heard(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    for (const region of document.querySelectorAll('[aria-live="polite"]'))
      new MutationObserver(() => said.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

/**
 * How far a caret on screen stands from where the browser itself has the place `index` of the text, in CSS pixels; null
 * when that place is nowhere near it. All letters of the text are as wide as each other.
 */
function distance(caret: Locator, index: number): Promise<number | null> {
  return caret.evaluate((shown, at) => {
    shown.scrollIntoView({ block: 'center' });
    const { left, top, height } = shown.getBoundingClientRect();
    const hits: number[] = [];
    for (let x = left - 20; x < left + 20; x += 0.25) {
      const place = document.caretPositionFromPoint(x, top + height / 2);
      if (place?.offsetNode.nodeName === 'TEXTAREA' && place.offset === at) hits.push(x);
    }
    return hits.length ? ((hits[0] ?? 0) + (hits.at(-1) ?? 0)) / 2 - left : null;
  }, index);
}

describe('the caret of another', () => {
  test('stands where the browser has that place, wrapped, resized, zoomed and scrolled', async () => {
    const sit = await demo();
    const [kari, line] = await both(sit);
    const hers = card(line, 'story').getByRole('textbox');
    const words = 'n'.repeat(700);
    await hers.fill(words);
    const caret = card(kari, 'story').locator('.caret');
    const zoom = (size: string) => kari.evaluate((type) => (document.documentElement.style.fontSize = type), size);
    const changes: [string, () => Promise<unknown>][] = [
      ['as it is', () => Promise.resolve()],
      ['on a phone', () => kari.setViewportSize({ width: 390, height: 844 })],
      ['with larger type', () => zoom('150%')],
      ['scrolled', () => kari.mouse.wheel(0, 90)],
      ['as it was', () => Promise.all([zoom(''), kari.setViewportSize({ width: 1440, height: 900 })])],
    ];
    for (const index of [3, 333, 651]) {
      await hers.focus();
      await hers.evaluate((one, at) => (one as HTMLTextAreaElement).setSelectionRange(at, at), index);
      for (const [how, change] of changes) {
        await change();
        await until(async () => Math.abs((await distance(caret, index)) ?? 99) <= 2, `place ${index}, ${how}`);
      }
    }
  }, 60_000);
});
