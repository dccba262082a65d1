import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sections } from '#shared/plan/sections.ts';
import { until } from '../support/until.ts';
import { expectAccessible } from '../support/windows.ts';
import { saved } from './moving.ts';
import { card, demo } from './sitting.ts';
import { nb } from '../support/speech.ts';

const { plan: words } = nb;
const labelOf = (field: { label: { nb: string } }) => field.label.nb;
const table = (page: Page) => page.getByRole('region', { name: words.function.title });
const area = (page: Page, name: string) => table(page).getByRole('group', { name, exact: true });
const cellName = (key: 'function.before' | 'function.now' | 'function.expected', name: string) =>
  words.function.cell(sections[key].heading.nb, name);
const boxOf = async (one: Locator) => (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

describe('function as one table', () => {
  test('gives each the cells of the parts that they may write, and the others to read', async () => {
    const { sit } = await demo();
    const [kari, line] = await Promise.all([
      sit('Kari', { screen: 'ward', point: 'now' }),
      sit('Line', { screen: 'phone', point: 'now' }),
    ]);
    const bath = area(line.page, 'Personlig hygiene');
    const before = bath.getByRole('textbox', { name: cellName('function.before', 'Personlig hygiene') });
    await before.waitFor();
    expect(await bath.getByRole('textbox').count(), 'Line writes how it was, and nothing else').toBe(1);
    const hers = area(kari.page, 'Personlig hygiene').getByRole('textbox');
    await hers.nth(2).waitFor();
    expect(await hers.count()).toBe(3);
    await table(line.page).getByText(words.onlyWrites('sykehuset')).first().waitFor();

    await before.focus();
    await line.page.keyboard.press('End');
    await line.page.keyboard.type(' Hver morgen.');
    await until(
      async () =>
        (await area(kari.page, 'Personlig hygiene').getByRole('textbox').first().inputValue()).endsWith('Hver morgen.'),
      'Kari to see what Line wrote',
    );
    await saved(line);
    await expectAccessible(line.page, 'function on a phone');
    await expectAccessible(kari.page, 'function at the ward');

    const [was, now] = [before, bath.getByText('Dusjer sittende', { exact: false })];
    expect((await boxOf(now)).y, 'one under another on a phone').toBeGreaterThan((await boxOf(was)).y);
    await bath.getByText(words.function.when['function.now'], { exact: true }).waitFor();
    const [first, second] = await Promise.all(
      [0, 1].map((at) => boxOf(area(kari.page, 'Personlig hygiene').getByRole('textbox').nth(at))),
    );
    expect(second?.y, 'side by side at the ward').toBe(first?.y);
  }, 60_000);

  test('an area is one tap away, one that stands in another column first, and deleting it can be undone', async () => {
    const { sit } = await demo();
    const { page } = await sit('Kari', { screen: 'ward', point: 'now' });
    const out = area(page, 'Bevege seg ute');
    const name = cellName('function.expected', 'Bevege seg ute');
    await out.getByRole('button', { name: words.function.describeNamed(name) }).click();
    const field = out.getByRole('textbox', { name });
    await until(() => field.evaluate((one) => one === document.activeElement), 'the caret to be there');
    await page.keyboard.type('Med rullator.');
    await out.locator('summary', { hasText: words.function.more }).last().click();
    await out.getByRole('button', { name: words.deleteRowNamed(name) }).click();
    await table(page).getByRole('button', { name: words.undo }).click();
    expect(await field.inputValue()).toBe('Med rullator.');

    await table(page).locator('summary', { hasText: words.function.addArea }).click();
    await expectAccessible(page, 'areas to choose from');
    await table(page).getByRole('button', { name: 'Spise', exact: true }).click();
    const eats = area(page, 'Spise').getByRole('textbox', { name: cellName('function.now', 'Spise') });
    await until(() => eats.evaluate((one) => one === document.activeElement), 'the caret to be in the new area');
    expect(await table(page).getByRole('button', { name: 'Spise', exact: true }).count()).toBe(0);
  }, 60_000);
});

test('the municipality writes a service while the hospital reads it, beside what is needed', async () => {
  const { sit } = await demo();
  const [mona, kari] = await Promise.all([
    sit('Mona', { screen: 'ward', point: 'help-home' }),
    sit('Kari', { screen: 'ward', point: 'help-home' }),
  ]);
  const [hers, read] = [card(mona.page, 'services'), card(kari.page, 'services')];
  await card(kari.page, 'needs').getByText(words.needsHelp).waitFor();
  expect(await card(mona.page, 'needs').getByText(words.needsHelp).count(), 'said to those who write there').toBe(0);
  const [needs, services] = [await boxOf(card(kari.page, 'needs')), await boxOf(read)];
  expect(services.y).toBe(needs.y);

  await hers.getByRole('button', { name: words.addRowOf.services ?? '' }).click();
  const row = hers.locator('[data-row]').last();
  await row.getByLabel(labelOf(sections.services.fields.kind)).selectOption({ label: 'Støttekontakt' });
  expect(
    await row.locator('optgroup').evaluateAll((all) => all.map((one) => (one as HTMLOptGroupElement).label)),
  ).toEqual(Object.values(words.services.group));
  await row.getByLabel(labelOf(sections.services.fields.extent)).fill('Fire timer i uka');
  expect(await row.getByLabel(labelOf(sections.services.fields.decision)).count(), 'asked for when granted').toBe(0);
  await row.getByText('innvilget', { exact: true }).click();
  await row.getByText(words.services.askDecision).waitFor();
  await row.getByLabel(labelOf(sections.services.fields.decision)).fill('2026/1300');
  await row.getByText(words.services.askDecision).waitFor({ state: 'detached' });
  for (const said of ['Støttekontakt', 'Fire timer i uka', '2026/1300']) await read.getByText(said).first().waitFor();
  expect([
    await read.getByRole('textbox').count(),
    await read.locator('button:not([data-explained] *)').count(),
  ]).toEqual([0, 0]);
  await expectAccessible(mona.page, 'services to write');
  await expectAccessible(kari.page, 'services to read');
}, 60_000);

test('medicines stand by what is done with them, and one that is new asks why, right there', async () => {
  const { sit } = await demo();
  const { page } = await sit('Jonas', { screen: 'tablet', point: 'medicines' });
  const list = card(page, 'medications');
  await list.getByRole('heading', { level: 3 }).first().waitFor();
  expect(await list.getByRole('heading', { level: 3 }).allTextContents()).toEqual(
    Object.values(words.medicines.group).map((title) => expect.stringContaining(title) as string),
  );
  const first = list.locator('[data-row]').first();
  await first.getByText(words.medicines.why.new).waitFor();
  await first.getByLabel(labelOf(sections.medications.fields.reason)).fill('Smerter');
  await first.getByText(words.medicines.why.new).waitFor({ state: 'detached' });

  const radio = first.getByRole('radio', { name: 'stoppet' });
  const id = await first.getAttribute('data-row');
  await radio.focus();
  await page.keyboard.press('Space');
  const moved = list.locator(`[data-row="${id ?? ''}"]`);
  await until(
    async () =>
      (await boxOf(moved)).y > (await boxOf(list.getByRole('heading', { name: words.medicines.group.stopped }))).y,
    'it to stand under what is stopped',
  );
  expect(await moved.getByRole('radio', { name: 'stoppet' }).evaluate((one) => one === document.activeElement)).toBe(
    true,
  );
  await expectAccessible(page, 'medicines to write');
}, 60_000);

test('a sign is added in its zone, which is said by word, shape and colour, and can be rung from', async () => {
  const { sit } = await demo();
  const [jonas, mona] = await Promise.all([
    sit('Jonas', { screen: 'ward', point: 'plan' }),
    sit('Mona', { screen: 'ward', point: 'plan' }),
  ]);
  const list = card(jonas.page, 'warnings');
  await list.getByRole('button', { name: words.zones.add.yellow }).click();
  const row = list.locator('[data-row]:focus-within');
  await row.getByLabel(labelOf(sections.warnings.fields.sign), { exact: true }).fill('Hovne bein');
  await row.getByLabel(labelOf(sections.warnings.fields.call)).fill('Vakta 33 00 00 09');
  expect(await row.getAttribute('data-tone')).toBe('warn');
  const read = card(mona.page, 'warnings');
  await read.getByText('Hovne bein').waitFor();
  const zones = Object.values(words.zones.title);
  const heads = read.getByRole('heading', { level: 3 });
  expect((await heads.allTextContents()).map((one) => one.trim())).toEqual(zones);
  expect(await heads.locator('svg').count()).toBe(3);
  expect(await read.getByRole('link', { name: '33 00 00 09' }).getAttribute('href')).toBe('tel:33000009');
  await expectAccessible(jonas.page, 'zones to write');
  await expectAccessible(mona.page, 'zones to read');
}, 60_000);

describe('follow-up', () => {
  test('a proposal that two take at once becomes one appointment, dated from the journey home', async () => {
    const { sit } = await demo();
    const [kari, mona] = await Promise.all([
      sit('Kari', { screen: 'ward', point: 'plan' }),
      sit('Mona', { screen: 'tablet', point: 'plan' }),
    ]);
    const list = card(kari.page, 'followup');
    await list.locator('[data-row]').first().waitFor();
    expect(await list.getByRole('group', { name: words.proposals.title }).count(), 'nothing is lacking').toBe(0);
    const { what, when, line } = words.proposals;
    await list.getByRole('button', { name: words.deleteRowNamed(what.homeVisit) }).click();
    const name = line(what.homeVisit, when.homeVisit(words.date('2026-11-29')));
    const buttons = [kari, mona].map(({ page }) => card(page, 'followup').getByRole('button', { name }));
    await Promise.all(buttons.map((button) => button.waitFor()));
    await expectAccessible(kari.page, 'a proposal');
    // At once: whichever of them comes second finds the button gone already, and must not wait for it.
    const handles = await Promise.all(buttons.map((button) => button.elementHandle()));
    await Promise.all(handles.map((handle) => handle?.evaluate((element) => (element as HTMLElement).click())));
    const visits = ({ page }: { page: Page }) =>
      card(page, 'followup')
        .getByLabel(labelOf(sections.followup.fields.what))
        .evaluateAll(
          (all, said) => all.filter((one) => (one as HTMLInputElement).value === said).length,
          what.homeVisit,
        );
    await Promise.all(buttons.map((button) => button.waitFor({ state: 'detached' })));
    await Promise.all([saved(kari), saved(mona)]);
    await until(async () => (await visits(kari)) === 1 && (await visits(mona)) === 1, 'one visit at both');
    const row = list.locator('[data-row]').last();
    expect(await row.getByLabel(labelOf(sections.followup.fields.on)).inputValue()).toBe('2026-11-29');
  }, 60_000);
});

test('a disagreement shows each party’s view under its name, and asks in place who settles it', async () => {
  const { sit } = await demo();
  const [kari, mona] = await Promise.all([
    sit('Kari', { screen: 'ward', point: 'help-home' }),
    sit('Mona', { screen: 'ward', point: 'help-home' }),
  ]);
  const { topic, hospitalView, owner } = sections.disagreements.fields;
  const [his, hers] = [kari, mona].map(({ page }) => card(page, 'disagreements')) as [Locator, Locator];
  await his.getByRole('button', { name: words.addRowOf.disagreements ?? '' }).click();
  const row = his.locator('[data-row]').last();
  await row.getByLabel(topic.label.nb).fill('Trappa');
  await row.getByLabel(hospitalView.label.nb).fill('Hun må ha følge.');
  expect(await row.locator('[data-role="hospital"] textarea').inputValue()).toBe('Hun må ha følge.');
  const asked = hers.locator('[data-row]').last().getByText(words.disagreements.askOwner);
  await asked.waitFor();
  await hers.locator('[data-row]').last().getByLabel(owner.label.nb).fill('Mona Hansen');
  await asked.waitFor({ state: 'detached' });
  await row.getByText(words.disagreements.askOwner).waitFor({ state: 'detached' });
  await expectAccessible(kari.page, 'a disagreement');
}, 60_000);

test('the patient reads the same shapes in large type, and rings with one finger', async () => {
  const { sit } = await demo();
  const { page } = await sit('Åse', { screen: 'tablet' });
  const phones = page.getByRole('region', { name: words.phones.title });
  await phones.getByText('Mona Hansen').waitFor();
  const links = phones.getByRole('link');
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(addresses).toEqual(['tel:33000000', 'tel:33000002', 'tel:33000001', 'tel:116117', 'tel:113']);
  for (const link of await links.all()) expect((await boxOf(link)).height).toBeGreaterThanOrEqual(44);
  await expectAccessible(page, 'the waiting room with numbers');

  await page.goto(`${page.url().split('?')[0] ?? ''}?vis=plan`);
  await area(page, 'Personlig hygiene').first().getByText('Dusjet selv.').waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
  const days = card(page, 'followup').locator('time');
  const dates = await days.evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
  expect(dates).toEqual(dates.toSorted());
  expect(dates).toHaveLength(4);
  expect(await card(page, 'followup').getByRole('listitem').last().textContent()).toContain(words.noDate);
  const sizes = await page
    .locator('main p, main dd, main li')
    .evaluateAll((all) =>
      all.filter((one) => one.textContent.trim()).map((one) => parseFloat(getComputedStyle(one).fontSize)),
    );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
  await expectAccessible(page, 'the whole plan as the patient reads it');
}, 60_000);
