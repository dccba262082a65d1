import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openProxy, type Proxy } from '../support/proxy.ts';
import { until } from '../support/until.ts';
import { expectAccessible } from '../support/windows.ts';
import { next } from './moving.ts';
import { demo, fieldOf } from './sitting.ts';
import { nb } from '../support/speech.ts';

const MATTERS = 'Hva er viktig for deg?';
const TEN_MINUTES_MS = 600_000;
/** A little more than the page waits before it tries a WebSocket again. */
const LATER_MS = 125_000;

const story = (page: Page) => fieldOf(page, 'story');
const words = (page: Page) => story(page).inputValue();
/** The page says so of its own words, beside what the meeting's line says of itself. */
const says = (page: Page, what: string) => page.getByRole('status').getByText(what, { exact: true }).first();
const saved = (page: Page) => says(page, nb.plan.saving.saved).waitFor();

/** Types at the end of the story, as a person does. */
async function write(page: Page, text: string): Promise<void> {
  await story(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

/** All have the same words, and among them each of these, once. */
async function allHave(pages: readonly Page[], texts: readonly string[]): Promise<void> {
  await until(
    async () => {
      const [first = '', ...others] = await Promise.all(pages.map(words));
      return others.every((other) => other === first) && texts.every((text) => first.split(text).length === 2);
    },
    `all to have ${texts.join(' ')} once`,
  );
}

/** The WebSockets of the shared line that the page has open and has heard something on. */
function linesOf(page: Page): () => number {
  const heard = new Set<object>();
  page.on('websocket', (socket) => {
    if (!socket.url().includes('/line/')) return;
    socket.on('framereceived', () => heard.add(socket));
    socket.on('close', () => heard.delete(socket));
  });
  return () => heard.size;
}

describe('where a network lets no WebSocket through', () => {
  test('people meet and write all the same, and go back to a WebSocket when one gets through', async () => {
    const proxies: Proxy[] = [];
    const { sit } = await demo(async (url) => {
      const proxy = await openProxy(url, 'refuses');
      proxies.push(proxy);
      return proxy.url;
    });
    let lines: () => number = () => -1;
    const watch = (page: Page) => {
      lines = linesOf(page);
      return page.clock.install();
    };
    const karis = await sit('Kari', { screen: 'ward', point: 'what-matters', before: watch });
    const kari = karis.page;
    const aase = (await sit('Åse', { screen: 'tablet' })).page;
    await kari.getByRole('button', { name: nb.meeting.start }).click();
    await aase.getByRole('heading', { level: 1, name: 'Velkommen til møtet om deg' }).waitFor();
    await next(karis, MATTERS);
    await aase.getByRole('heading', { level: 1, name: MATTERS }).waitFor();
    await Promise.all([write(kari, ' [Kari]'), write(aase, ' [Åse]')]);
    await allHave([kari, aase], ['[Kari]', '[Åse]']);
    await Promise.all([saved(kari), saved(aase)]);
    expect(lines(), 'all of it by polling').toBe(0);
    await expectAccessible(aase, 'the patient’s page, by polling');

    expect(lines(), 'still by polling').toBe(0);

    for (const proxy of proxies) proxy.manners = 'lets through';
    await kari.clock.fastForward(LATER_MS);
    await until(() => lines() === 1, 'Kari’s line to be a WebSocket');
    await write(kari, ' [igjen]');
    await allHave([kari, aase], ['[igjen]']);
    await saved(kari);
    expect(lines()).toBe(1);
  }, 60_000);
});

test('a tablet that slept for ten minutes has what all wrote, and what was written on it', async () => {
  const { sit, begin } = await demo();
  await begin('what-matters');
  const aase = (await sit('Åse', { screen: 'tablet', before: (page) => page.clock.install() })).page;
  const others = await Promise.all([
    sit('Kari', { screen: 'ward', point: 'what-matters' }),
    sit('Line', { screen: 'phone', point: 'what-matters' }),
  ]);
  const [kari, line] = others.map(({ page }) => page) as [Page, Page];
  await write(aase, ' [før]');
  await allHave([aase, kari, line], ['[før]']);

  const device = await aase.context().newCDPSession(aase);
  await aase.context().setOffline(true);
  await write(aase, ' [uten nett]');
  await says(aase, nb.plan.unsavedHere).waitFor();
  await device.send('Page.setWebLifecycleState', { state: 'frozen' });
  await Promise.all([write(kari, ' [Kari]'), write(line, ' [Line]')]);
  await allHave([kari, line], ['[før]', '[Kari]', '[Line]']);
  expect(await words(aase), 'she has nothing of it').not.toContain('[Kari]');
  await says(aase, nb.plan.unsavedHere).waitFor();

  await aase.clock.fastForward(TEN_MINUTES_MS);
  await aase.context().setOffline(false);
  await device.send('Page.setWebLifecycleState', { state: 'active' });
  await allHave([aase, kari, line], ['[før]', '[uten nett]', '[Kari]', '[Line]']);
  await saved(aase);
}, 60_000);

test('in flight mode the page says what is not saved, holds on to whoever leaves, and saves by itself later', async () => {
  const { sit, begin } = await demo();
  await begin('what-matters');
  const kari = (await sit('Kari', { screen: 'ward', point: 'what-matters' })).page;
  const aase = (await sit('Åse', { screen: 'tablet' })).page;
  await allHave([aase, kari], []);
  await aase.context().setOffline(true);
  await says(aase, nb.plan.saving.offline).waitFor();
  expect(await aase.getByText(nb.plan.unsavedHere).count(), 'nothing of hers is in danger').toBe(0);
  expect(await mayLeave(aase)).toBe(true);

  await write(aase, ' [i luften]');
  await says(aase, nb.plan.unsavedHere).waitFor();
  await aase.getByRole('group', { name: MATTERS }).getByText(nb.plan.unsavedHere).waitFor();
  expect(await says(aase, nb.plan.saving.saved).count()).toBe(0);
  expect(await mayLeave(aase)).toBe(false);
  await closesInVain(aase);
  await expectAccessible(aase, 'the patient’s page in flight mode');
  expect(await words(kari)).not.toContain('[i luften]');

  await aase.context().setOffline(false);
  await allHave([aase, kari], ['[i luften]']);
  await saved(aase);
  expect(await mayLeave(aase)).toBe(true);
}, 60_000);

/** Whether the page lets go, without a question, of somebody who closes it or follows a link. */
function mayLeave(page: Page): Promise<boolean> {
  return page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })));
}

/** Closes the page as a person does, and stays when the browser asks. */
async function closesInVain(page: Page): Promise<void> {
  const [question] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
}

test('a tab that was duplicated writes beside the first one, and nothing of either is lost', async () => {
  const { sit } = await demo();
  const kari = (await sit('Kari', { screen: 'ward', point: 'what-matters' })).page;
  const line = (await sit('Line', { screen: 'phone', point: 'what-matters' })).page;
  await write(kari, ' [først]');
  const [twin] = await Promise.all([kari.waitForEvent('popup'), kari.evaluate(() => void window.open(location.href))]);
  await story(twin).waitFor();
  await allHave([kari, twin, line], ['[først]']);
  await story(twin).focus();
  await twin.keyboard.press('Control+Home');
  await Promise.all([
    kari.keyboard.type(' [fane en]', { delay: 10 }),
    twin.keyboard.type('[fane to] ', { delay: 10 }),
    write(line, ''),
  ]);
  await allHave([kari, twin, line], ['[først]', '[fane en]', '[fane to]']);
  await Promise.all([saved(kari), saved(twin)]);
}, 60_000);
