import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { demo, fieldOf } from './sitting.ts';
import { saved } from './moving.ts';

const CANARY = 'Kanarifugl 4711 ved kjøkkenvinduet';

/** All that the browser keeps of this site, in one string: storage, databases, what the service worker has put aside. */
function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const answers: string[] = [];
    for (const name of await caches.keys()) {
      const shelf = await caches.open(name);
      for (const request of await shelf.keys())
        answers.push(request.url, (await (await shelf.match(request))?.text()) ?? '');
    }
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, answers]);
  });
}

test('the browser keeps the program and nothing of anybody; without network it says so', async () => {
  const { sit, begin } = await demo();
  await begin('what-matters');
  const window = await sit('Åse', { screen: 'tablet' });
  const { page } = window;
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await fieldOf(page, 'story').fill(CANARY);
  await saved(window);
  expect(await fieldOf(page, 'story').inputValue()).toBe(CANARY);

  await page.goto('/accessibility');
  const kept = await keptBy(page);
  expect(kept, 'the program is kept').toContain('/_app/immutable/');
  for (const word of [CANARY, 'Fiktiv', 'Åse', 'postkassen', 'apixaban'])
    expect(kept.includes(word), `${word} is kept`).toBe(false);

  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('heading', { name: 'Du er ikke på nett' }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Prøv igjen' }).click();
  await page.locator('main h1').waitFor();
  expect(await page.getByRole('heading', { name: 'Du er ikke på nett' }).count()).toBe(0);
}, 60_000);

test('the app can be installed', async () => {
  const { sit } = await demo();
  const { page } = await sit('Åse', { screen: 'tablet' });
  const wire = await page.context().newCDPSession(page);
  const { errors, url } = await wire.send('Page.getAppManifest');
  expect(url).toContain('/manifest.webmanifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await wire.send('Page.getInstallabilityErrors');
  // A window without a profile on disk is installed by nobody.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
}, 60_000);
