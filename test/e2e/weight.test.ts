import { expect, test } from 'vitest';
import { watchLoads, weightOf } from '../support/loads.ts';
import { demo } from './sitting.ts';

/** The most that a page may load of script, in bytes as they go over the wire. */
const MOST = { patient: 120_000, staff: 250_000 };

test('the patient’s tablet loads little script, and the pages of the others not much more', async () => {
  const { sit, meeting } = await demo();
  const scriptOf = async (name: 'Åse' | 'Kari' | 'Line', search: string) => {
    const { page } = await sit(name, { screen: 'tablet' });
    const fresh = await page.context().newPage();
    const loads = await watchLoads(fresh);
    await fresh.goto(`/meetings/${meeting}${search}`);
    await fresh.locator('main h1').first().waitFor();
    await fresh.waitForLoadState('networkidle');
    await page.context().close();
    return weightOf(loads(), 'script');
  };
  for (const search of ['', '?punkt=what-matters', '?punkt=help-home'])
    expect(await scriptOf('Åse', search), `the patient’s page ${search}`).toBeLessThanOrEqual(MOST.patient);
  expect(await scriptOf('Kari', '?punkt=help-home'), 'a phase for staff').toBeLessThanOrEqual(MOST.staff);
  expect(await scriptOf('Kari', '?vis=plan'), 'the whole plan').toBeLessThanOrEqual(MOST.staff);
  expect(await scriptOf('Line', ''), 'the next of kin').toBeLessThanOrEqual(MOST.staff);
}, 120_000);
