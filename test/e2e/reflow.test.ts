import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { threeMeetings, walk, type Route } from '../support/everyPage.ts';
import { cutTexts, moving, smallFields, smallTargets, tooWide } from '../support/measured.ts';

/** 1280 CSS pixels at 400 %. */
const NARROW = { width: 320, height: 640 };
const PHONE = { width: 390, height: 844 };
/** WCAG 2.2, 1.4.12. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** A stylesheet of the reader's own, which no policy of the page holds back. */
const wear = (page: Page, css: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = text ? [sheet] : [];
  }, css);

const fitsAt = async (page: Page, how: string): Promise<string[]> =>
  [...(await page.evaluate(tooWide)), ...(await page.evaluate(cutTexts))].map((what) => `${how}: ${what}`);

async function look(page: Page, { isPatients }: Route): Promise<string[]> {
  const found = [
    ...(await page.evaluate(smallTargets, isPatients ? 44 : 24)),
    ...(await page.evaluate(smallFields)),
    ...(await whatMoves(page)),
  ];
  await page.setViewportSize(NARROW);
  found.push(...(await fitsAt(page, 'at 400 %')));
  await wear(page, SPACING);
  found.push(...(await fitsAt(page, 'at 400 %, with text spacing')));
  await wear(page, '');
  await page.setViewportSize(PHONE);
  if (isPatients) {
    await page.evaluate(() => (document.documentElement.dataset['type'] = 'largest'));
    found.push(...(await fitsAt(page, 'on a phone, with the largest type')));
    found.push(...(await page.evaluate(smallTargets, 44)).map((what) => `on a phone, with the largest type: ${what}`));
  }
  return found;
}

/** What still moves for somebody who has asked that nothing does, when the focus and the pointer go to something. */
async function whatMoves(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const found = await page.evaluate(moving);
  const button = page.locator('main .ds-button:visible').first();
  if (await button.count()) await button.hover({ force: true });
  return [...found, ...(await page.evaluate(moving))];
}

test('every page fits a narrow window, large type and wide spacing, has targets that a finger finds, and holds still', async () => {
  const found = await walk(await threeMeetings(), look);
  expect(found).toEqual([]);
}, 240_000);
