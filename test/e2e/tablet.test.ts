import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { textRoot } from '#shared/plan/doc.ts';
import { sections } from '#shared/plan/sections.ts';
import { writeAction } from '../support/action.ts';
import { does } from '../support/begun.ts';
import { windowOf } from '../support/liveWindow.ts';
import { pen } from '../support/pen.ts';
import { nb } from '../support/speech.ts';
import { until } from '../support/until.ts';
import { expectAccessible, SCREENS, type Window } from '../support/windows.ts';
import { goTo, next, saved } from './moving.ts';
import { demo, fieldOf } from './sitting.ts';

const { patient, written } = nb;
const { signals } = nb;
/** As much of the tablet's height as the buttons may take. */
const SHARE = 0.14;
/** As far as something under a finger may move, in CSS pixels. */
const STILL = 3;
/** A slow machine has some seconds more. */
const AWAKE_WITHIN_MS = 15_000;
const NEED = 'Vil ha følge til postkassen.';

const button = ({ page }: Window, name: string) => page.getByRole('button', { name });
const heading = ({ page }: Window, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
/** Where something stands as it was painted: between two frames it may be anywhere. */
async function top(of: Locator): Promise<number> {
  await of.page().evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  return (await of.boundingBox())!.y;
}
const scrolled = (page: Page) => page.evaluate(() => scrollY);

test('the patient reads what was just written about her, tells with one tap, and learns that it is seen', async () => {
  const { sit } = await demo();
  const [kari, aase] = [await sit('Kari', { screen: 'ward' }), await sit('Åse', { screen: 'tablet' })];
  await button(kari, nb.meeting.start).click();
  await heading(kari, 'Velkommen');
  await goTo(kari, 'Hjelp hjemme');
  await heading(aase, 'Hva trenger du hjelp til hjemme?');
  await readWhatWasWritten({ kari, aase });
  await tellAndBeSeen({ kari, aase });
  await openOwnWords(aase);
  await tellByKeyboard({ kari, aase });
  await enlarge(aase);
}, 180_000);

interface Two {
  kari: Window;
  aase: Window;
}

async function readWhatWasWritten({ kari, aase }: Two): Promise<void> {
  const needs = fieldOf(kari.page, 'needs');
  await needs.press('Control+End');
  await needs.pressSequentially(`\n${NEED}`);
  const card = aase.page.getByRole('region', { name: written.title });
  await card.getByText(written.wrote('Kari (sykepleier)', sections.needs.heading.nb)).waitFor();
  await card.getByText(NEED).waitFor();
  await expectAccessible(aase.page, 'the tablet with what was just written');
  await card.getByRole('button', { name: written.open }).tap();
  const sheet = aase.page.getByRole('dialog', { name: written.title });
  await sheet.getByText(written.newest, { exact: true }).waitFor();
  await sheet.getByText(written.whole(sections.needs.heading.nb)).tap();
  await sheet.getByRole('region', { name: sections.needs.heading.nb }).waitFor();
  await expectAccessible(aase.page, 'all that was just written');
  await sheet.getByRole('button', { name: patient.backToMeeting }).tap();
  await sheet.waitFor({ state: 'detached' });
}

async function tellAndBeSeen({ kari, aase }: Two): Promise<void> {
  const buttons = await aase.page.getByRole('region', { name: patient.signals }).boundingBox();
  expect(buttons!.height / SCREENS.tablet.height).toBeLessThanOrEqual(SHARE);
  const three = aase.page.getByRole('region', { name: patient.signals });
  const before = await top(three);
  await button(aase, patient.signal.unclear).tap();
  await aase.page.getByText(patient.told('Kari')).waitFor();
  expect(await top(three), 'the buttons stay where they are').toBe(before);
  await kari.page.getByText(signals.say.unclear('Åse')).waitFor();
  await expectAccessible(kari.page, 'somebody does not understand');
  await button(kari, signals.seen).click();
  await aase.page.getByText(patient.seen('Kari')).waitFor();
  await expectAccessible(aase.page, 'her signal is seen');
  await button(aase, patient.signal.unclear).tap();
  await kari.page.getByText(signals.say.unclear('Åse')).waitFor({ state: 'detached' });
}

/** From any phase, and back to where she was. */
async function openOwnWords(aase: Window): Promise<void> {
  await aase.page.evaluate(() => scrollTo(0, 400));
  const before = await scrolled(aase.page);
  await button(aase, patient.ownWords).tap();
  const sheet = aase.page.getByRole('dialog', { name: patient.yours });
  const story = sheet.getByRole('textbox', { name: sections.story.heading.nb });
  await story.press('Control+End');
  await story.pressSequentially(' Og hagen.');
  await sheet
    .getByText(patient.headings.questions ?? '')
    .first()
    .waitFor();
  await saved(aase);
  await expectAccessible(aase.page, 'her own words');
  await sheet.getByRole('button', { name: patient.backToMeeting }).tap();
  await sheet.waitFor({ state: 'detached' });
  expect(await scrolled(aase.page)).toBe(before);
  expect(await fieldOf(aase.page, 'story').inputValue()).toContain('Og hagen.');
}

async function tellByKeyboard({ kari, aase }: Two): Promise<void> {
  const press = async (name: string, key: string) => {
    await button(aase, name).focus();
    await aase.page.keyboard.press(key);
  };
  const pressed = (name: string) => aase.page.getByRole('button', { name, pressed: true });
  await press(patient.signal.notFinished, 'Enter');
  await press(patient.signal.break, 'Space');
  for (const signal of ['notFinished', 'break'] as const) await pressed(patient.signal[signal]).waitFor();
  await kari.page.getByText(nb.meeting.notFinished('Åse')).first().waitFor();
  await press(patient.signal.break, 'Enter');
  await pressed(patient.signal.break).waitFor({ state: 'detached' });
  expect(await pressed(patient.signal.notFinished).count(), 'she is still not finished').toBe(1);
  await press(patient.signal.notFinished, 'Enter');
}

/** All of it grows, nothing has to be scrolled sideways on a phone, and it is so the next time. */
async function enlarge(aase: Window): Promise<void> {
  const { page } = aase;
  const sizes = () =>
    Promise.all(
      [page.locator('h1'), button(aase, patient.signal.notFinished), fieldOf(page, 'story')].map((one) =>
        one.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      ),
    );
  const before = await sizes();
  await page.getByText(patient.settings, { exact: true }).click();
  await expectAccessible(page, 'the settings');
  await button(aase, patient.sizes.largest).tap();
  await page.keyboard.press('Escape');
  const after = await sizes();
  for (const [index, size] of after.entries()) expect(size).toBeGreaterThan(before[index]! * 1.2);
  await page.setViewportSize(SCREENS.phone);
  await page.reload();
  await page.locator('h1').waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset['type'])).toBe('largest');
  await page.getByText(written.title).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SCREENS.phone.width);
  await expectAccessible(page, 'the largest type on a phone');
}

test('nothing moves under the patient’s finger, whatever the others do; and the page follows when nobody writes', async () => {
  const { sit, meeting } = await demo();
  const [kari, aase] = [await sit('Kari', { screen: 'ward' }), await sit('Åse', { screen: 'tablet' })];
  const { page } = aase;
  // Not every tablet keeps its place by itself.
  await page.evaluate(() => {
    document.body.style.overflowAnchor = 'none';
  });
  await button(kari, nb.meeting.start).click();
  await next(kari, 'Hva er viktig for deg?');
  await heading(aase, 'Hva er viktig for deg?');
  const goal = page.getByRole('textbox', { name: sections.goals.fields.activity.label.nb }).first();
  await goal.focus();
  const three = page.getByRole('region', { name: patient.signals });
  const places = async () => [await top(goal), await top(three)];
  await until(async () => {
    const [before, after] = [await places(), await places()];
    return String(before) === String(after);
  }, 'the page to come to rest');
  const before = await places();
  const stays = async (after: string) => {
    for (const [index, place] of (await places()).entries())
      expect(Math.abs(place - before[index]!), `after ${after}`).toBeLessThan(STILL);
    expect(await goal.evaluate((field) => field === document.activeElement)).toBe(true);
  };

  const her = await kari.guest();
  const story = await pen(her, meeting, 'story');
  for (let line = 1; line <= 20; line += 1) textRoot(story.doc).insert(0, `Linje ${line}.\n`);
  await until(async () => (await fieldOf(page, 'story').inputValue()).includes('Linje 20.'), 'what the others write');
  await stays('twenty lines of somebody else');
  const live = windowOf(her, meeting);
  await until(() => live.seen.meeting !== null, 'the meeting');
  await does(live, 'endTurn');
  await page.getByText(patient.theirTurn('Kari')).waitFor();
  await stays('somebody else’s turn');
  await writeAction(her, meeting, 'row-1');
  await until(async () => (await does(live, 'propose', { section: 'treatment', row: 'row-1' })) === 'ok', 'a proposal');
  await page.getByRole('heading', { name: 'Trene i trapp' }).waitFor();
  await stays('a proposal');
  await button(aase, patient.signal.break).dispatchEvent('click');
  await page.getByText(patient.told('Kari')).waitFor();
  await stays('a signal');
  await does(live, 'goTo', { phase: 'now' });
  await page.getByRole('link', { name: patient.goThere }).waitFor();
  await stays('the meeting going on');

  await page.getByRole('link', { name: patient.goThere }).tap();
  await heading(aase, 'Hvordan går det med deg nå?');
  await page.evaluate(() => scrollTo(0, 500));
  await does(live, 'goTo', { phase: 'medicines' });
  await heading(aase, 'Hvilke medisiner skal du ta?');
  expect(await scrolled(page)).toBe(0);
}, 120_000);

test('a tablet that slept shows where the meeting is and what was written, soon after it wakes', async () => {
  const { sit, meeting } = await demo();
  const [kari, aase] = [await sit('Kari', { screen: 'ward' }), await sit('Åse', { screen: 'tablet' })];
  await button(kari, nb.meeting.start).click();
  await heading(aase, 'Velkommen til møtet om deg');
  const wire = await aase.page.context().newCDPSession(aase.page);
  await wire.send('Page.setWebLifecycleState', { state: 'frozen' });
  const needs = await pen(await kari.guest(), meeting, 'needs');
  await goTo(kari, 'Hjelp hjemme');
  textRoot(needs.doc).insert(0, 'Mens du sov.\n');
  await until(
    async () => (await fieldOf(kari.page, 'needs').inputValue()).includes('Mens du sov.'),
    'it to be written',
  );
  await wire.send('Page.setWebLifecycleState', { state: 'active' });
  aase.page.setDefaultTimeout(AWAKE_WITHIN_MS);
  await heading(aase, 'Hva trenger du hjelp til hjemme?');
  await aase.page.getByText('Mens du sov.').first().waitFor();
}, 120_000);
