import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sections } from '#shared/plan/sections.ts';
import { nb } from '../support/speech.ts';
import { until } from '../support/until.ts';
import { expectAccessible } from '../support/windows.ts';
import { card, demo } from './sitting.ts';

/** What the patient chooses is so on an open screen within this time. */
const AT_ONCE_MS = 1000;

const { consent, consentCard, insight } = nb;

/** One of the switches of the patient's page. */
const switchOf = (page: Page, name: string) => page.getByRole('switch', { name, exact: true });

/** It can be hit by a finger that trembles. */
async function expectLarge(target: Locator): Promise<void> {
  const row = await target.locator('xpath=ancestor::label').boundingBox();
  expect(row?.height).toBeGreaterThanOrEqual(44);
}

/** Nothing to the right of what one sees. */
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe('the patient decides who sees what', () => {
  test('by touch: medicines leave Line’s open phone at once, which says why, and come back; then everything, and one part', async () => {
    const { sit } = await demo();
    const { page: tablet } = await sit('Åse', { screen: 'tablet' });
    const { page: phone } = await sit('Line', { screen: 'phone', point: 'medicines' });
    const drug = card(phone, 'medications')
      .getByText(/paracet|apixaban|oksykodon|metoprolol/i)
      .first();
    await drug.waitFor();
    await tablet.getByRole('link', { name: consentCard.short }).first().tap();
    await tablet.getByRole('heading', { level: 1, name: consent.title }).waitFor();
    await tablet.getByText(consent.because.municipality('Mona')).waitFor();

    const medicines = switchOf(tablet, consent.topic.medicines);
    expect(await medicines.isChecked()).toBe(true);
    await expectLarge(medicines);
    await medicines.tap();
    const said = nb.consent.notShared.some('Åse', consent.notShared.topic.medicines);
    await until(async () => !(await drug.isVisible()), 'the medicines to be gone', AT_ONCE_MS);
    await phone.getByRole('status').getByText(said).waitFor();
    await tablet.getByText(consent.kin.nowSeesNot('Line', consent.topic.medicines)).waitFor();
    expect(await medicines.isChecked()).toBe(false);
    await expectAccessible(tablet, 'who sees what, on the tablet');
    await expectAccessible(phone, 'what is not shared, on the phone');
    expect([await fits(tablet), await fits(phone)]).toEqual([true, true]);

    await medicines.tap();
    await until(() => drug.isVisible(), 'the medicines to be back', AT_ONCE_MS);
    await phone.getByText(said).waitFor({ state: 'detached' });

    await tablet.getByRole('button', { name: consent.kin.nothing }).tap();
    await phone.getByText(consent.notShared.all('Åse')).waitFor();
    await tablet.getByRole('button', { name: consent.kin.eachPart }).tap();
    await switchOf(tablet, sections.medications.heading.nb).tap();
    await until(() => drug.isVisible(), 'one part of it to be back');
    await tablet.getByText(consent.kin.seesSome('Line')).waitFor();
    await expectAccessible(tablet, 'each part by itself');
  }, 90_000);

  test('and keeps their word when the house cannot be reached: nothing is lost, and it says so', async () => {
    const { sit, meeting } = await demo();
    const { page } = await sit('Åse', { screen: 'phone' });
    await page.goto(`/meetings/${meeting}?vis=deling`);
    const medicines = switchOf(page, consent.topic.medicines);
    await medicines.waitFor();
    await page.context().setOffline(true);
    await medicines.tap();
    await page.getByRole('alert').getByText(consent.failed(nb.problems.byCode.unavailable)).waitFor();
    expect(await medicines.isChecked(), 'as it is').toBe(true);
    await page.context().setOffline(false);
    await medicines.tap();
    await page.getByText(consent.kin.nowSeesNot('Line', consent.topic.medicines)).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await fits(page)).toBe(true);
    await expectAccessible(page, 'who sees what, on a phone');
  }, 60_000);

  test('and refuses the GP the plan, which the GP and the staff read at once', async () => {
    const { sit, meeting } = await demo();
    const { page: tablet } = await sit('Åse', { screen: 'tablet' });
    const per = await sit('Per', { screen: 'ward' });
    const kari = await sit('Kari', { screen: 'ward' });
    for (const { page } of [per, kari]) await page.goto(`/meetings/${meeting}?vis=enighet`);
    await tablet.goto(`/meetings/${meeting}?vis=deling`);
    await switchOf(tablet, consent.receivers.party.gp).tap();
    const sentence = consent.receivers.refused('Åse', nb.agreement.party.gp);
    for (const { page } of [per, kari]) await page.getByRole('status').getByText(sentence).waitFor();
    await per.page.getByText(consent.receivers.refusedYou).waitFor();
    expect(await kari.page.getByText(consent.receivers.refusedYou).count()).toBe(0);
    const came = await (await per.guest()).get(`/api/meetings/${meeting}/versions/1/export?format=text`);
    expect(came.body.code).toBe('not-a-receiver');
    await expectAccessible(per.page, 'what the GP is told');

    await tablet.getByRole('link', { name: consent.whoLooked }).tap();
    await tablet.getByText(insight.line(insight.who('Per Berg', nb.people.role.gp), insight.tried.exported)).waitFor();
    await tablet.getByRole('checkbox', { name: insight.mine }).tap();
    const own = insight.detail(insight.did.receivers, nb.agreement.party.gp);
    await tablet.getByText(insight.line(insight.you, own)).waitFor();
    await expectAccessible(tablet, 'who has looked, on the tablet');
    expect(await fits(tablet)).toBe(true);

    await kari.page.getByRole('link', { name: consent.whoLooked }).click();
    await kari.page.getByText(insight.line(insight.who('Åse Fiktiv', nb.people.role.patient), own)).waitFor();
    await expectAccessible(kari.page, 'who has looked, at the ward');
  }, 90_000);
});

test('the next of kin’s page begins with their own place: what they can, want and do not want', async () => {
  const { sit } = await demo();
  const { page } = await sit('Line', { screen: 'phone' });
  await page.getByRole('heading', { name: consent.place.title('Åse') }).waitFor();
  const first = page.locator('main').getByRole('textbox').first();
  expect(await first.getAttribute('aria-describedby'), 'what is asked').toBeTruthy();
  await card(page, 'kin').getByText(consent.place.asks.wantNot).waitFor();
  const own = card(page, 'kin').getByRole('textbox').first();
  expect(await first.getAttribute('id'), 'nothing comes before it').toBe(await own.getAttribute('id'));
  expect(await fits(page)).toBe(true);
  await expectAccessible(page, 'the next of kin’s own place');
}, 60_000);
