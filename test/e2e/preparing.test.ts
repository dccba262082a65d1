import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sections } from '#shared/plan/sections.ts';
import { invite } from '../support/guest.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';
import { expectAccessible, openBrowser, SCREENS, type Window } from '../support/windows.ts';
import { makeMeeting } from './comingIn.ts';
import { goToStep, tellStory } from './conversing.ts';
import { saved } from './moving.ts';
import { card, demo, fieldOf } from './sitting.ts';
import { nb } from '../support/speech.ts';

const isIn = (field: Locator) => field.evaluate((one) => document.activeElement === one);
const table = (page: Page) => page.getByRole('table', { name: nb.preparation.title });
const partyRow = (page: Page, name: string) => table(page).getByRole('row').filter({ hasText: name });
const { state, of } = nb.preparation;

/** Kari's new meeting, Åse in her waiting room and Mona at her desk. */
async function threeWindows() {
  const { url } = await startProgram(await dataFolder());
  const { open, thrown } = await openBrowser(url);
  const kari = await open('ward');
  const meeting = await makeMeeting(kari);
  const guest = await kari.guest();
  const comes = async (name: string, role: 'patient' | 'municipality', screen: keyof typeof SCREENS) => {
    const made = await invite(guest, meeting, { name, role });
    const window = await open(screen, made.url);
    await window.page.getByLabel(nb.join.code).fill(made.code);
    await window.page.getByRole('button', { name: nb.join.join }).click();
    await window.page.waitForURL(/\/meetings\//);
    return window;
  };
  const patient = await comes('Åse Fiktiv', 'patient', 'tablet');
  const mona = await comes('Mona Hansen', 'municipality', 'ward');
  await invite(guest, meeting, { name: 'Per Berg', role: 'gp' });
  return { kari, patient, mona, meeting, guest, thrown };
}

test('three prepare before the meeting, and who leads it sees at once who has prepared what', async () => {
  const { kari, patient, mona, thrown } = await threeWindows();
  const { page } = kari;
  await page.goto(page.url().replace(/[?#].*/, ''));
  await table(page).waitFor();
  await partyRow(page, 'Åse Fiktiv').getByText(of(0, 2)).waitFor();
  await partyRow(page, nb.preparation.invited('Per Berg')).waitFor();
  await partyRow(page, nb.preparation.doctor).getByText(nb.preparation.nobody).waitFor();

  await patientPrepares(patient);
  await partyRow(page, 'Åse Fiktiv').getByText(of(2, 2)).waitFor();
  const services = partyRow(page, 'Mona Hansen')
    .getByRole('listitem')
    .filter({ hasText: sections.services.heading.nb });
  await services.getByText(state.notBegun).waitFor();
  const hers = card(mona.page, 'services');
  await hers
    .getByRole('button', { name: nb.plan.addRowOf.services ?? nb.plan.addRow })
    .first()
    .click();
  await services.getByText(state.begun, { exact: true }).waitFor();

  const own = mona.page.getByRole('region', { name: nb.preparation.mine });
  await own.getByText(/^En tjeneste mangler/).waitFor();
  await table(mona.page).waitFor();
  for (const [name, window] of Object.entries({ kari, patient, mona }))
    await expectAccessible(window.page, `${name} prepares`);
  expect(await patient.page.getByRole('list', { name: nb.advice.label }).count(), 'no advice to the patient').toBe(0);
  expect(thrown).toEqual([]);
}, 120_000);

/** Åse writes what matters, a goal and a question while she waits. */
async function patientPrepares(patient: Window): Promise<void> {
  const { page } = patient;
  await page.getByText(nb.patient.waiting.notStarted).waitFor();
  await tellStory(page, 'Jeg vil hjem til mitt eget.');
  await saved(patient);
  await goToStep(page, 'goals');
  await page.getByRole('button', { name: nb.plan.addRowOf.goals ?? '' }).click();
  await page.getByLabel(sections.goals.fields.activity.label.nb).fill('Gå til postkassen');
  await saved(patient);
  await goToStep(page, 'questions');
  await page.getByRole('button', { name: nb.plan.addRowOf.questions ?? '' }).click();
  await page.getByLabel(sections.questions.fields.question.label.nb).last().fill('Kan jeg bade?');
  await saved(patient);
}

test('a service that is named in the needs is gently asked about, and what is rewritten is not', async () => {
  const { sit } = await demo();
  const { page } = await sit('Kari', { screen: 'ward', point: 'help-home' });
  const needs = fieldOf(page, 'needs');
  const advice = card(page, 'needs').getByRole('list', { name: nb.advice.label });
  const mona = await sit('Mona', { screen: 'ward', point: 'help-home' });
  await needs.fill('Trenger noen til stede om natten. ');
  await needs.press('Control+End');
  await needs.pressSequentially('Trenger sykehjemsplass.');
  const sentence = nb.advice.say['service-in-needs']({ value: 'sykehjemsplass', labels: '' });
  await advice.getByText(sentence).waitFor();
  expect(await isIn(needs), 'nobody’s caret is taken').toBe(true);
  await expectAccessible(page, 'advice under the text');
  const theirs = mona.page.getByRole('region', { name: nb.advice.title });
  await until(async () => (await theirs.textContent())?.includes('sykehjemsplass') === true, 'Mona’s list to have it');
  expect(await card(mona.page, 'needs').getByRole('list', { name: nb.advice.label }).count()).toBe(0);

  await needs.fill('Trenger noen til stede om natten.');
  await advice.waitFor({ state: 'detached' });
}, 60_000);

test('a row is not called unfinished while one writes in it, and is when one has left it', async () => {
  const { sit } = await demo();
  const { page } = await sit('Kari', { screen: 'ward', point: 'plan' });
  const treatment = card(page, 'treatment');
  await treatment
    .getByRole('button', { name: nb.plan.addRowOf.treatment ?? '' })
    .first()
    .click();
  await page.keyboard.type('Svimmelhet');
  await treatment.getByRole('textbox', { name: sections.treatment.fields.action.label.nb }).last().fill('Øve på trapp');
  const listed = page.getByRole('region', { name: nb.advice.title }).getByText(/Tiltaket «Øve på trapp» hører ikke/);
  await listed.waitFor();
  const under = treatment.getByRole('list', { name: nb.advice.label }).getByText(/Tiltaket «Øve på trapp»/);
  expect(await under.count()).toBe(0);
  await card(page, 'intensity').evaluate((one) => one.parentElement?.focus());
  await under.first().waitFor();
}, 60_000);

test('a click in the list leads to the very field, on the page of another phase too', async () => {
  const { sit } = await demo();
  const { page } = await sit('Jonas', { screen: 'ward', point: 'welcome' });
  const list = page.getByRole('region', { name: nb.advice.title });
  await list.getByRole('link', { name: /«Kalsium\/vitamin D»/ }).click();
  const row = card(page, 'medications').locator('[data-row]').filter({ hasText: 'Kalsium/vitamin D' });
  const reason = row.getByLabel(sections.medications.fields.reason.label.nb);
  await until(async () => (await reason.count()) === 1 && (await isIn(reason)), 'the caret to be there');
  await page.keyboard.type('Skjelettet trenger det');
  await list.getByRole('link', { name: /«Kalsium\/vitamin D»/ }).waitFor({ state: 'detached' });

  const missing = page.getByRole('region', { name: nb.missing.title });
  await missing.getByRole('link', { name: /^En avtale mangler «Dato»/ }).click();
  const followup = card(page, 'followup').locator('[data-row]').filter({ hasText: 'Kontroll med røntgen' });
  const date = followup.getByLabel(sections.followup.fields.on.label.nb, { exact: true });
  await until(async () => (await date.count()) === 1 && (await isIn(date)), 'the date to have the focus');
  await expectAccessible(page, 'the lists, and the field that they lead to');
}, 60_000);
