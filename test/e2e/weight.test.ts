import { expect, test } from 'vitest';
import { nb } from '../support/speech.ts';
import { watchLoads, weightOf } from '../support/loads.ts';
import { goTo } from './moving.ts';
import { demo } from './sitting.ts';

/** The most that a page may load of script, in bytes as they go over the wire. In the meeting the patient's has the shared plan in it. */
const MOST = { waiting: 120_000, patient: 165_000, staff: 250_000 };

test('the patient’s tablet loads little script, and the pages of the others not much more', async () => {
  // By this name a browser takes what it takes over TLS: Brotli.
  const { sit, meeting } = await demo((url) => Promise.resolve(url.replace('127.0.0.1', 'localhost')));
  const kari = await sit('Kari', { screen: 'ward' });
  const scriptOf = async (name: 'Åse' | 'Mona' | 'Line', search = '') => {
    const { page } = await sit(name, { screen: 'tablet' });
    const fresh = await page.context().newPage();
    const loads = await watchLoads(fresh);
    await fresh.goto(`/meetings/${meeting}${search}`);
    await fresh.locator('main h1').first().waitFor();
    await fresh.waitForLoadState('networkidle');
    await page.context().close();
    return weightOf(loads(), 'script');
  };
  expect(await scriptOf('Åse'), 'waiting').toBeLessThanOrEqual(MOST.waiting);
  expect(await scriptOf('Line'), 'the next of kin, preparing').toBeLessThanOrEqual(MOST.staff);
  await kari.page.getByRole('button', { name: nb.meeting.start }).click();
  await goTo(kari, 'Hjelp hjemme');
  expect(await scriptOf('Åse'), 'in the meeting').toBeLessThanOrEqual(MOST.patient);
  expect(await scriptOf('Mona'), 'a phase for staff').toBeLessThanOrEqual(MOST.staff);
  expect(await scriptOf('Mona', '?vis=plan'), 'the whole plan').toBeLessThanOrEqual(MOST.staff);
}, 120_000);
