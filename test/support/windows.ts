import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';
import { findingsOn } from './axe.ts';
import { BROWSER_FLAGS, findBrowser } from './browser.ts';
import { Guest } from './guest.ts';

/** The screens that people sit at, in CSS pixels. */
export const SCREENS = {
  ward: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
  /** The workspace beside a video. */
  panel: { width: 400, height: 900 },
} as const;

/** One person's browser, with nothing in common with anybody else's. */
export interface Window {
  page: Page;
  /** The same person on the wire: with the cookie that the browser has now. */
  guest(): Promise<Guest>;
}

/** One for all tests of a file: starting it takes longer than many a test. */
let running: Promise<Browser> | null = null;
afterAll(async () => (await running)?.close());

/** Windows that close with the test, each by itself in the file's browser; and what their pages threw. */
export async function openBrowser(url: string) {
  running ??= chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  const browser = await running;
  const contexts: BrowserContext[] = [];
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail')
      for (const [number, page] of pages.entries())
        if (!page.isClosed()) await page.screenshot({ path: `test-results/window-${number + 1}.png`, fullPage: true });
    await Promise.all(contexts.map((context) => context.close()));
  });
  const thrown: string[] = [];
  const pages: Page[] = [];

  const open = async (screen: keyof typeof SCREENS, path = '/'): Promise<Window> => {
    const context: BrowserContext = await browser.newContext({
      viewport: SCREENS[screen],
      hasTouch: screen === 'tablet' || screen === 'phone',
      locale: 'nb-NO',
      baseURL: url,
    });
    contexts.push(context);
    const page = await context.newPage();
    pages.push(page);
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => thrown.push(`${path}: ${error.message}`));
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) thrown.push(`${path}: ${message.text()}`);
    });
    await page.goto(path);
    const guest = async () => {
      const made = new Guest(url);
      made.cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
      return made;
    };
    return { page, guest };
  };
  return { open, thrown };
}

/** Axe finds nothing wrong with the page as it stands. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.locator('h1').first().waitFor();
  expect(await findingsOn(page), where).toEqual([]);
}
