import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newRow, rowsRoot, textRoot } from '#shared/plan/doc.ts';
import { sections } from '#shared/plan/sections.ts';
import { cursorFor } from '#lib/state/presence.ts';
import type { Language } from '#shared/words/language.ts';
import { findingsOn } from '../support/axe.ts';
import { cookiesOf, threeMeetings, walk, type Meetings } from '../support/everyPage.ts';
import { listen, spread } from '../support/heard.ts';
import { lookOf, lostFocus, lostInForcedColours } from '../support/measured.ts';
import { pen } from '../support/pen.ts';
import { seated } from '../support/seat.ts';
import { until } from '../support/until.ts';
import { openBrowser, SCREENS } from '../support/windows.ts';
import { demo, fieldOf } from './sitting.ts';

/** What words can break: names, languages, landmarks, headings. */
const OF_WORDS = [
  ...['aria-command-name', 'aria-dialog-name', 'aria-input-field-name', 'aria-toggle-field-name', 'button-name'],
  ...['document-title', 'duplicate-id-aria', 'empty-heading', 'heading-order', 'html-has-lang', 'html-lang-valid'],
  ...['image-alt', 'input-button-name', 'label', 'label-content-name-mismatch', 'landmark-unique', 'link-name'],
  ...['page-has-heading-one', 'region', 'select-name', 'summary-name', 'svg-img-alt', 'valid-lang'],
];

const axe = async (page: Page, how: string, rules?: string[]): Promise<string[]> =>
  (await findingsOn(page, rules)).map((finding) => `${how}: ${finding}`);

/** The choice of a language, which the patient has among the settings. */
const languages = (page: Page): Locator => page.locator('select:has(option[value=nn][lang=nn])').first();

async function speak(page: Page, language: Language): Promise<string[]> {
  const title = await page.title();
  await languages(page).selectOption(language, { force: true });
  await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
  return (await page.evaluate(() => (window as { stays?: true }).stays)) ? [] : [`${title} was loaded again`];
}

async function look(page: Page): Promise<string[]> {
  await page.evaluate(() => Object.assign(window, { stays: true }));
  // As tall as the page, so that what stays in sight at the edges of the window lies over nothing.
  const screen = page.viewportSize() ?? SCREENS.ward;
  await page.setViewportSize({ ...screen, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  const found = await axe(page, 'bokmål, light');
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await axe(page, 'dark', ['color-contrast'])));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  found.push(...(await inForcedColours(page)));
  await page.emulateMedia({ forcedColors: 'none' });
  for (const language of ['nn', 'en'] as const)
    found.push(...(await speak(page, language)), ...(await axe(page, language, OF_WORDS)));
  found.push(...(await speak(page, 'nb')));
  await page.setViewportSize(screen);
  return found;
}

async function inForcedColours(page: Page): Promise<string[]> {
  const found = await page.evaluate(lostInForcedColours);
  for (let stop = 0; stop < 4; stop += 1) {
    await page.keyboard.press('Tab');
    found.push(...(await page.evaluate(lostFocus)));
  }
  found.push(...(await pressedSeen(page)));
  return found.map((what) => `forced colours: ${what}`);
}

/** Does a button that is pressed look otherwise than one that is not? Of some, one is pressed; others are pressed here, and let go. */
async function pressedSeen(page: Page): Promise<string[]> {
  const one = async (selector: string) =>
    (await page.locator(selector).count()) ? page.locator(selector).first() : null;
  const chosen = await one(':has(> [aria-pressed=false]) > [aria-pressed=true]:visible');
  const other = await one(':has(> [aria-pressed=true]) > [aria-pressed=false]:visible');
  const toggle = await (await one(':not(:has(> [aria-pressed=true])) > [aria-pressed=false]:visible'))?.elementHandle();
  const looks = [chosen && [await chosen.evaluate(lookOf), await other?.evaluate(lookOf)]];
  if (toggle) {
    // By keyboard: a pointer over it would make it look otherwise by itself.
    await toggle.focus();
    const before = await toggle.evaluate(lookOf);
    await page.keyboard.press('Space');
    await until(async () => (await toggle.getAttribute('aria-pressed')) === 'true', 'the button to be pressed');
    looks.push([before, await toggle.evaluate(lookOf)]);
    await page.keyboard.press('Space');
    await until(async () => (await toggle.getAttribute('aria-pressed')) === 'false', 'the button to be let go');
  }
  return looks
    .filter((pair) => pair && pair[0] === pair[1])
    .map((pair) => `pressed looks as not pressed: ${pair?.[0]}`);
}

/** Three others have the caret in what the patient says matters. */
async function threeCarets({ people, now, url }: Meetings): Promise<void> {
  const { people: others } = await seated(url, ['Mona', 'Per']);
  for (const guest of [people.aaseNow, others.Mona, others.Per]) {
    const { doc, provider } = await pen(guest, now, 'story');
    const text = textRoot(doc);
    provider.awareness.setLocalState({ cursor: cursorFor(text, { field: 'content' }, 3, 3) });
  }
}

test('axe finds nothing on any page: in three languages, light, dark and in colours of one’s own, among carets of others', async () => {
  const meetings = await threeMeetings();
  await threeCarets(meetings);
  const found = await walk(meetings, async (page, route) => {
    if (route.name === 'staff: a phase')
      await until(async () => (await page.locator('main .caret').count()) === 3, 'three carets of others');
    return look(page);
  });
  expect(found).toEqual([]);
}, 400_000);

test('whoever chooses another language in the middle of a sentence keeps it, and the caret in it', async () => {
  const { sit } = await demo();
  const { page } = await sit('Kari', { screen: 'ward', point: 'what-matters' });
  const field = fieldOf(page, 'story');
  await field.focus();
  await field.evaluate((one) => {
    const text = one as HTMLTextAreaElement;
    text.setSelectionRange(4, 4);
    Object.assign(window, { written: text });
  });
  const before = await field.inputValue();
  await page.keyboard.type('Midt ');
  for (const language of ['en', 'nn', 'nb'] as const) {
    await languages(page).evaluate((one, chosen) => {
      (one as HTMLSelectElement).value = chosen;
      one.dispatchEvent(new Event('change', { bubbles: true }));
    }, language);
    await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
    const now = await page.evaluate(() => {
      const { written } = window as unknown as { written: HTMLTextAreaElement };
      return [document.activeElement === written, written.value, written.selectionStart];
    });
    expect(now, language).toEqual([true, `${before.slice(0, 4)}Midt ${before.slice(4)}`, 9]);
  }
}, 60_000);

test('while others write 200 times in ten seconds, whoever listens to the patient’s page is told at most three times', async () => {
  const { url, people, now } = await threeMeetings();
  const { page } = await (await openBrowser(url)).open('tablet', '/favicon.svg');
  await page.context().addCookies(cookiesOf(people.aaseNow));
  await page.goto(`/meetings/${now}`);
  const story = fieldOf(page, 'story');
  await story.focus();
  const [line, kari] = [await pen(people.lineNow, now, 'story'), await pen(people.kariNow, now, 'story')];
  const goals = await pen(people.kariNow, now, 'goals');
  const [text, hers, rows] = [textRoot(line.doc), textRoot(kari.doc), rowsRoot(goals.doc)];
  line.provider.awareness.setLocalState({ cursor: cursorFor(text, { field: 'content' }, 0, 0) });
  const heard = await listen(page);
  // Two hands in one text, one of which goes to and fro between parts; then one alone, so that the other has paused.
  await spread(200, 10_000, (edit) => {
    const cursor = { cursor: cursorFor(hers, { field: 'content' }, 0, 0) };
    if (edit % 10 === 0) kari.provider.awareness.setLocalState(edit % 20 === 0 ? cursor : null);
    if (edit % 10 === 5) goals.provider.awareness.setLocalState(edit % 20 === 5 ? null : cursor);
    if (edit % 2 === 1 || edit > 100) text.insert(0, `${edit} `);
    else if (edit % 4 === 0) hers.insert(0, `[${edit}] `);
    else rows.push([newRow(sections.goals.fields, `row-${edit}`, { activity: `Mål ${edit}` })]);
  });
  await until(async () => (await story.inputValue()).startsWith('199 '), 'the last of them to arrive');
  const told = await heard();
  expect(told.length, 'nothing is told at all').toBeGreaterThan(0);
  expect(told.length, told.join(' · ')).toBeLessThanOrEqual(3);
}, 120_000);
