import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { toldAs } from '#shared/plain/term.ts';
import { TERMS } from '#shared/plain/terms/index.ts';
import { nb } from '../support/speech.ts';
import { until } from '../support/until.ts';
import { expectAccessible } from '../support/windows.ts';
import { card, demo, fieldOf } from './sitting.ts';

const saysOf = (word: string) => TERMS.map((term) => toldAs(term, 'nb')).find((term) => term.word === word)?.says ?? '';
const wordIn = (page: Page, word: string) => page.getByRole('button', { name: word, exact: true }).first();
const explained = (page: Page, word: string) => page.getByText(saysOf(word));
const isOpen = (button: Locator) => button.getAttribute('aria-expanded');
/** Where something stands in the card that it stands in, and the size of both: what else the page loads is no matter. */
const boxOf = (one: Locator) =>
  one.evaluate((element) => {
    const card = element.closest('section')?.getBoundingClientRect() ?? new DOMRect();
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x - card.x, y - card.y, width, height, card.width, card.height].map((size) => Math.round(size));
  });

test('the patient taps a word and is told what it means, and nothing moves', async () => {
  const { meeting, sit } = await demo();
  let arrive = () => undefined as void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const before = (page: Page) => page.route('**/api/terms*', (route) => arrived.then(() => route.continue()));
  const { page } = await sit('Åse', { screen: 'tablet', before });
  await page.goto(`/meetings/${meeting}?vis=plan`);
  const text = page.getByText(/Epikrise og legemiddelliste/);
  await text.waitFor();
  const plain = await boxOf(text);
  expect(await page.locator('[data-explained] button').count(), 'the words are not here yet').toBe(0);
  arrive();
  const word = wordIn(page, 'Epikrise');
  await word.waitFor();
  expect(
    await boxOf(page.getByText(/og legemiddelliste|Epikrise og/).first()),
    'the text stands where it stood',
  ).toEqual(plain);

  await word.scrollIntoViewIfNeeded();
  const { height = 0 } = (await word.boundingBox()) ?? {};
  expect(height, 'a finger hits it').toBeGreaterThanOrEqual(44);
  const stood = await boxOf(word);
  await word.tap();
  await explained(page, 'epikrise').waitFor();
  expect(await isOpen(word)).toBe('true');
  expect(await boxOf(word)).toEqual(stood);
  await expectAccessible(page, 'a word explained');

  await page.locator('h1').tap({ position: { x: 2, y: 2 } });
  await explained(page, 'epikrise').waitFor({ state: 'detached' });
  await word.tap();
  await explained(page, 'epikrise').waitFor();
  await word.tap();
  await explained(page, 'epikrise').waitFor({ state: 'detached' });
  expect(await isOpen(word)).toBe('false');
  await word.tap();
  await wordIn(page, 'legemiddelliste').tap();
  await explained(page, 'legemiddel').waitFor();
  expect(await explained(page, 'epikrise').count(), 'one at a time').toBe(0);
}, 90_000);

test('by keyboard a word opens with Enter, closes with Escape, and keeps the focus', async () => {
  const { sit } = await demo();
  const { page } = await sit('Line', { screen: 'ward', point: 'going-home' });
  const word = wordIn(page, 'Epikrise');
  await word.focus();
  await page.keyboard.press('Enter');
  await explained(page, 'epikrise').waitFor();
  await page.keyboard.press('Escape');
  await explained(page, 'epikrise').waitFor({ state: 'detached' });
  expect(await word.evaluate((one) => document.activeElement === one)).toBe(true);
}, 60_000);

test('all words stand on a page of their own, and are found by typing, in the language of the window', async () => {
  const { sit } = await demo();
  const { page } = await sit('Åse', { screen: 'tablet' });
  await page.getByRole('link', { name: nb.plain.link }).click();
  await page.getByRole('heading', { level: 1, name: nb.plain.title }).waitFor();
  await page.getByText(nb.plain.found(TERMS.length), { exact: true }).waitFor();
  await expectAccessible(page, 'words and explanations');
  const search = page.getByRole('searchbox', { name: nb.plain.search });
  await search.fill('beinskjør');
  await page.getByText(nb.plain.none).waitFor();
  await search.fill('epikr');
  await page.getByText(nb.plain.found(1), { exact: true }).waitFor();
  await explained(page, 'epikrise').waitFor();
  await page.getByText(nb.patient.settings, { exact: true }).click();
  await page.getByLabel(nb.frame.language).selectOption('en');
  await page.getByText('A letter from the hospital about what happened there and what comes next.').waitFor();
}, 60_000);

test('staff are told which of their words are hard, and one press says what one means', async () => {
  const { sit } = await demo();
  const { page } = await sit('Kari', { screen: 'ward', point: 'help-home' });
  const needs = fieldOf(page, 'needs');
  const advice = card(page, 'needs').getByRole('list', { name: nb.advice.label });
  await needs.fill('Trenger noen hos seg ved delir.');
  await advice.getByText(/Skriv gjerne «plutselig forvirring»/).waitFor();
  await advice.getByRole('button', { name: 'delir' }).click();
  await explained(page, 'delir').waitFor();
  await expectAccessible(page, 'a hard word explained');
  await needs.fill('Trenger noen hos seg ved delir (plutselig forvirring).');
  await advice.waitFor({ state: 'detached' });
  await needs.fill('Obs delir.');
  await until(async () => (await advice.textContent())?.includes('«Obs» og «delir»') === true, 'both words to be told');
}, 60_000);
