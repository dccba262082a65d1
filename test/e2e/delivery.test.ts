import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { firstChoiceFor } from '#shared/journal.ts';
import { setUp, watching } from '../support/delivering.ts';
import { cookiesOf } from '../support/everyPage.ts';
import { signedIn } from '../support/guest.ts';
import { agree, someone, writtenBy, type Held } from '../support/held.ts';
import { openJournal } from '../support/journal.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { nb } from '../support/speech.ts';
import { expectAccessible, openBrowser, type SCREENS } from '../support/windows.ts';

const { delivery, deletion, ending, journalText } = nb;

/** Åse's written meeting in a program that sends to these receivers, and a way to sit down in it. */
async function meetingThatSends(receivers: readonly ReturnType<typeof setUp>[]) {
  const { url } = await startProgram(await dataFolder(), 0, { FHIR_RECEIVERS: JSON.stringify(receivers) });
  const { open, thrown } = await openBrowser(url);
  onTestFinished(() => expect(thrown).toEqual([]));
  const { meeting, people } = await writtenBy(await signedIn(url, someone('kari')), 'kari');
  const sit = async (who: keyof Held, screen: keyof typeof SCREENS): Promise<Page> => {
    const { page } = await open(screen, '/favicon.svg');
    await page.context().addCookies(cookiesOf(people[who]));
    await page.goto(`/meetings/${meeting}${who === 'aase' ? '' : '?vis=enighet'}`);
    await page.locator('main h1').first().waitFor();
    return page;
  };
  const path = `/api/meetings/${meeting}`;
  return { url, meeting, people, path, sit, agreed: () => agree(people, meeting), ...watching(people.kari, path) };
}

/** Where the page says who has the plan. */
const receipts = (page: Page) => page.getByRole('region', { name: delivery.title });

test('everyone sees a receipt when it comes, and a failure that is sent again', async () => {
  const [hospital, municipality] = [await openJournal(), await openJournal()];
  let answer = () => {};
  hospital.next({ held: new Promise((resolve) => (answer = resolve)) });
  municipality.next({ answers: 422 });
  const { agreed, sit, one } = await meetingThatSends([
    setUp('hospital', hospital.mhd, { name: 'Sykehuset' }),
    setUp('municipality', municipality.mhd),
  ]);
  await agreed();
  const [mona, line, patient] = [await sit('mona', 'ward'), await sit('line', 'phone'), await sit('aase', 'tablet')];
  await receipts(mona).getByText(delivery.waiting('Sykehuset')).waitFor();
  const alert = mona.getByRole('alert').filter({ hasText: delivery.failed('Larvik kommune') });
  await alert.getByText(delivery.problem.refused).waitFor();
  await expectAccessible(mona, 'a plan that did not get there');
  const lines = line.getByRole('alert').filter({ hasText: delivery.failed('Larvik kommune') });
  await lines.getByText(delivery.othersSeeTo).waitFor();
  expect(await lines.getByRole('button').count(), 'kin send nothing').toBe(0);
  await patient.getByText(ending.patient.failed('Larvik kommune')).waitFor();
  await patient.getByText(ending.patient.waiting('Sykehuset')).waitFor();

  await alert.getByRole('button', { name: delivery.againTo('Larvik kommune') }).click();
  await one(({ party, state }) => party === 'municipality' && state === 'received', 'the receipt');
  for (const page of [mona, line])
    await receipts(page)
      .getByText(/^Larvik kommune – mottatt kl\. \d\d\.\d\d$/)
      .waitFor();
  await alert.waitFor({ state: 'detached' });
  expect(await mona.evaluate(() => document.activeElement?.textContent)).toBe(delivery.title);
  answer();
  for (const page of [mona, line])
    await receipts(page)
      .getByText(/^Sykehuset – mottatt/)
      .waitFor();
  await patient.getByText(/^Larvik kommune fikk planen i dag kl\./).waitFor();
  await patient.getByText(/^Sykehuset fikk planen i dag kl\./).waitFor();
  await expectAccessible(patient, 'who has the plan, for the patient');
}, 180_000);

test('an organisation says once that the plan is in its journal; then all know when the meeting is deleted', async () => {
  const { agreed, sit, deliveries } = await meetingThatSends([]);
  await agreed();
  const [mona, line, patient] = [await sit('mona', 'panel'), await sit('line', 'phone'), await sit('aase', 'tablet')];
  await receipts(line).getByText(delivery.none).waitFor();
  expect(await receipts(line).getByRole('button').count()).toBe(0);
  await receipts(mona).getByRole('button', { name: delivery.filing }).click();
  await mona.getByText(delivery.thanks('Larvik kommune', 1)).waitFor();
  expect(await mona.evaluate(() => document.activeElement?.textContent)).toBe(delivery.thanks('Larvik kommune', 1));
  await receipts(line)
    .getByText(/^Larvik kommune – ført i journalen kl\./)
    .waitFor();
  await patient.getByText(/^Larvik kommune skrev planen inn i journalen i dag kl\./).waitFor();
  expect(await receipts(mona).getByRole('button', { name: delivery.filing }).count(), 'once').toBe(0);
  expect(await deliveries()).toHaveLength(1);
  const day = /\d+\. [a-z]+ \d{4}/;
  const [before, after] = ending.announced('DAY').split('DAY') as [string, string];
  for (const page of [mona, line]) {
    const told = await page.getByRole('status').filter({ hasText: before }).textContent();
    expect(told).toMatch(day);
    expect(told).toContain(after);
  }
  await patient.getByText(ending.patient.announced('DAY').split('DAY')[0]!).waitFor();
  await expectAccessible(mona, 'a plan that was filed');
  await expectAccessible(patient, 'the end of the meeting, for the patient');
}, 180_000);

test('whoever leads deletes the meeting early, with a reason, and not while a copy is on its way', async () => {
  const journal = await openJournal();
  let answer = () => {};
  journal.next({ held: new Promise((resolve) => (answer = resolve)) });
  const { agreed, sit, one, people, path } = await meetingThatSends([setUp('municipality', journal.mhd)]);
  await agreed();
  const [kari, line, patient] = [await sit('kari', 'ward'), await sit('line', 'phone'), await sit('aase', 'tablet')];
  const form = kari.locator('form').filter({ hasText: deletion.why });
  await kari.getByText(deletion.open).click();
  await form.getByRole('button', { name: deletion.send }).click();
  await form.getByRole('alert').getByText(deletion.whyMissing).waitFor();
  await form.getByLabel(deletion.why).fill('Møtet ble laget to ganger.');
  await expectAccessible(kari, 'deleting early');
  const sayYes = async () => {
    await form.getByRole('button', { name: deletion.send }).click();
    await kari.getByRole('dialog', { name: deletion.sureTitle }).getByRole('button', { name: deletion.yes }).click();
  };
  await sayYes();
  await form.getByText(deletion.notNow).waitFor();
  expect(await line.getByText(deletion.open).count(), 'nobody else').toBe(0);
  answer();
  await one(({ state }) => state === 'received', 'the receipt');
  await kari.getByText(deletion.open).waitFor();
  await sayYes();
  for (const page of [kari, line, patient]) {
    await page.getByRole('alert').getByRole('heading', { name: nb.problems.calledOff.title }).waitFor();
    await page.getByText(nb.problems.calledOff.text).waitFor();
  }
  await expectAccessible(line, 'a meeting that is deleted');
  expect((await people.line.get(path)).status).toBe(410);
}, 180_000);

test('the text for a journal is chosen part by part, and copied as the server makes it', async () => {
  const { agreed, sit, people, path } = await meetingThatSends([]);
  await agreed();
  const page = await sit('per', 'panel');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('heading', { name: journalText.title }).click();
  const [text, parts] = [page.getByLabel(journalText.text), page.getByRole('group', { name: journalText.parts })];
  const as = async (query: string) => (await people.per.get(`${path}/versions/1/export?format=text&${query}`)).text;
  const copied = async () => {
    await page.getByRole('button', { name: journalText.copy }).click();
    await page.getByRole('status').getByText(journalText.copied).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await page.getByRole('radio', { name: journalText.receiver.gp }).isChecked(), 'one’s own').toBe(true);
  const labels = (await parts.getByRole('checkbox', { checked: true }).all()).length;
  expect(labels).toBeGreaterThan(5);
  expect(labels).toBeLessThanOrEqual(firstChoiceFor('gp').length);
  await expect.poll(() => text.inputValue()).toContain(nb.journal.part.medicines);
  expect(await copied()).toBe(await as('for=gp'));
  await expectAccessible(page, 'the text for a journal');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);

  await parts.getByLabel(nb.journal.part.medicines).uncheck();
  await expect.poll(() => text.inputValue()).not.toContain(`\n${nb.journal.part.medicines}\n`);
  const without = firstChoiceFor('gp').filter((part) => part !== 'medicines');
  expect(await copied()).toBe(await as(`for=gp&parts=${without.join(',')}`));
  await page.getByRole('radio', { name: journalText.receiver.municipality }).check();
  await expect.poll(() => text.inputValue()).toContain(nb.journal.message.municipality);
  expect(await copied()).toBe(await as('for=municipality'));

  await page.evaluate(
    () => (navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'))),
  );
  await page.getByRole('button', { name: journalText.copy }).click();
  await page.getByRole('status').getByText(journalText.copyFailed).waitFor();
  const selected = await text.evaluate((box: HTMLTextAreaElement) =>
    box.value.slice(box.selectionStart, box.selectionEnd),
  );
  expect(selected).toBe(await text.inputValue());
}, 180_000);

test('to whom the patient does not want the plan sent, it is neither offered nor written', async () => {
  const { agreed, sit, people, path } = await meetingThatSends([]);
  await agreed();
  await people.aase.put(`${path}/receivers`, { refused: ['gp'] });
  const [per, kari] = [await sit('per', 'ward'), await sit('kari', 'ward')];
  await receipts(per).waitFor();
  expect(await receipts(per).getByRole('button').count()).toBe(0);
  expect(await per.getByRole('heading', { name: journalText.title }).count()).toBe(0);
  await kari.getByRole('heading', { name: journalText.title }).click();
  await kari.getByRole('radio', { name: journalText.receiver.municipality }).waitFor();
  expect(await kari.getByRole('radio', { name: journalText.receiver.gp }).count()).toBe(0);
}, 120_000);
