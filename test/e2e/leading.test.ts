import { expect, test } from 'vitest';
import { newRow, rowsRoot } from '#shared/plan/doc.ts';
import { sections } from '#shared/plan/sections.ts';
import { pen } from '../support/pen.ts';
import { until } from '../support/until.ts';
import { expectAccessible, type Window } from '../support/windows.ts';
import { goTo, next } from './moving.ts';
import { demo, type Demo } from './sitting.ts';
import { nb } from '../support/speech.ts';

const { leading, action, meeting: said, patient } = nb;
/** The facilitator's line is lost for this long before somebody is asked, and for some time more on a slow machine. */
const LOST_WITHIN_MS = 60_000;
const WALK = 'Gå tur med Bjørg på torsdager';

type Windows = Record<'kari' | 'jonas' | 'mona' | 'aase' | 'line', Window>;
const has = ({ page }: Window, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = ({ page }: Window, name: string | RegExp) => page.getByRole('button', { name }).first().click();
/** Whose turn it is, on a page of those who are not the patient. */
const turn = ({ page }: Window, text: string) =>
  page.getByRole('region', { name: said.turns }).getByText(text, { exact: true }).first().waitFor();

test('five people are led through a meeting: rounds, hands, time, one action, and another who leads', async () => {
  const house = await demo();
  const { sit } = house;
  const windows: Windows = {
    kari: await sit('Kari', { screen: 'ward' }),
    jonas: await sit('Jonas', { screen: 'ward' }),
    mona: await sit('Mona', { screen: 'ward' }),
    aase: await sit('Åse', { screen: 'tablet' }),
    line: await sit('Line', { screen: 'phone' }),
  };
  const { kari, aase, line, mona } = windows;
  await press(kari, said.start);
  await goRound(windows);
  await waitForWhoIsNotFinished(windows);
  await shortenTheRest(windows);
  await proposeAnAction(windows, house);
  await decideOnIt(windows);
  await loseTheLead(windows);
  await reloadAll({ jonas: windows.jonas, mona, aase, line });
  await sumUp(windows);
}, 400_000);

/** The patient first, then her daughter; who passes comes again; a raised hand has the word and gives it back. */
async function goRound({ kari, aase, line, mona }: Windows): Promise<void> {
  await next(kari, 'Hva er viktig for deg?');
  await has(aase, patient.yourTurn('Åse'));
  await turn(line, leading.hasTheWord('Åse'));
  await expectAccessible(aase.page, 'the patient’s turn');
  await press(aase, patient.turnDone);
  await turn(line, leading.youHaveTheWord);
  await has(aase, patient.theirTurn('Line'));
  await press(line, leading.passMe);
  await turn(kari, leading.hasTheWord('Mona'));
  await has(line, leading.standing.passed);
  await press(kari, leading.passOver);
  await turn(mona, leading.hasTheWord('Kari'));
  await press(aase, patient.signal.hand);
  await expectAccessible(kari.page, 'the round, with a hand up');
  await expectAccessible(line.page, 'the round, on a phone');
  await kari.page.getByRole('list', { name: leading.hands }).getByRole('button').click();
  await has(aase, patient.yourTurn('Åse'));
  await turn(mona, leading.backTo('Kari'));
  await press(aase, patient.turnDone);
  await turn(mona, leading.hasTheWord('Kari'));
}

/** She is not finished: they do not go on without a question; and it is counted who is ready. */
async function waitForWhoIsNotFinished({ kari, aase, line }: Windows): Promise<void> {
  await press(line, leading.ready);
  await has(kari, leading.readyCount(1, 4));
  await has(kari, leading.waitingFor('Åse, Jonas og Mona'));
  await press(aase, patient.signal.notFinished);
  await has(kari, said.notFinished('Åse'));
  await next(kari, 'Hvordan går det nå?');
  const question = kari.page.getByRole('dialog', { name: said.notFinished('Åse') });
  // While it fades in, its colours are not what they will be.
  await question.evaluate((dialog) =>
    Promise.all(dialog.getAnimations({ subtree: true }).map(({ finished }) => finished)),
  );
  await expectAccessible(kari.page, 'the question about who is not finished');
  await question.getByRole('button', { name: said.waitABit }).click();
  await kari.page.getByRole('heading', { level: 1, name: 'Hva er viktig for deg?' }).waitFor();
  await press(aase, patient.ready);
  await has(kari, leading.readyCount(2, 4));
  await press(aase, patient.signal.notFinished);
  await has(kari, leading.readyCount(1, 4));
  await next(kari, 'Hvordan går det nå?');
  await question.getByRole('button', { name: said.goAnyway }).click();
  await aase.page.getByRole('heading', { level: 1, name: 'Hvordan går det med deg nå?' }).waitFor();
  await press(kari, said.back('Hva er viktig for deg?'));
  await aase.page.getByRole('heading', { level: 1, name: 'Hva er viktig for deg?' }).waitFor();
  await turn(line, leading.hasTheWord('Åse'));
}

/** More time than there is: all are told by how much, and whoever leads shortens the rest with one tap. */
async function shortenTheRest({ kari, mona, aase }: Windows): Promise<void> {
  const tooLong = /^Resten tar \d+ minutt/;
  const seen = kari.page.getByText(tooLong);
  for (let tap = 0; tap < 12 && !(await seen.isVisible()); tap += 1) {
    const before = await kari.page.locator('.countdown').innerText();
    await press(kari, said.extend);
    await until(async () => (await kari.page.locator('.countdown').innerText()) !== before, 'more time');
  }
  await seen.waitFor();
  await has(mona, tooLong);
  expect(await mona.page.getByRole('button', { name: leading.shorten }).count()).toBe(0);
  expect(await aase.page.getByText(tooLong).count()).toBe(0);
  await expectAccessible(kari.page, 'the proposal of what to shorten');
  await press(kari, leading.shorten);
  await seen.waitFor({ state: 'detached' });
  await mona.page.getByText(leading.shortened(10)).first().waitFor({ state: 'attached' });
}

/** An action without a date goes on the table; the patient has the first word about it. */
async function proposeAnAction({ kari, aase, line, mona, jonas }: Windows, { meeting }: Demo): Promise<void> {
  const author = await pen(await jonas.guest(), meeting, 'treatment');
  const { fields } = sections.treatment;
  rowsRoot(author.doc).push([newRow(fields, crypto.randomUUID(), { action: WALK, medicalReason: 'Trenger å gå' })]);
  await goTo(kari, 'Planen videre');
  await line.page.getByRole('heading', { level: 1, name: 'Planen videre' }).waitFor();
  expect(await line.page.getByRole('button', { name: action.takeUp }).count()).toBe(0);
  await typeOn(mona, async () => {
    await press(kari, new RegExp(`^${action.takeUp}.*${WALK}`));
    for (const window of [kari, mona, aase, line])
      await window.page.getByRole('heading', { level: 2, name: WALK }).waitFor();
  });
  await turn(line, leading.hasTheWord('Åse'));
  await has(aase, patient.sayOfIt);
  await aase.page.getByLabel(action.comment).fill('Gjerne,\nmen ikke når det er glatt.');
  await expectAccessible(aase.page, 'the action on the patient’s page');
  await press(aase, action.send);
  await has(kari, /Gjerne,\s+men ikke når det er glatt/);
  await until(async () => (await aase.page.getByLabel(action.comment).inputValue()) === '', 'the field to be empty');
  await press(aase, patient.turnDone);
  await turn(line, leading.youHaveTheWord);
}

/** Somebody types in the plan while `act` goes on: the caret, the words and their place on screen stay. */
async function typeOn({ page }: Window, act: () => Promise<void>): Promise<void> {
  const field = page.getByRole('region', { name: sections.treatment.heading.nb }).getByRole('textbox').nth(2);
  await field.focus();
  await field.press('End');
  await field.pressSequentially(' [Mona');
  const top = () => field.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await act();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.pressSequentially(']');
  expect(await field.inputValue()).toContain('[Mona]');
  expect(Math.abs((await top()) - before)).toBeLessThan(3);
  await field.blur();
}

/** Asked, and taken on by their own hand; not kept without a date; then all see what was agreed. */
async function decideOnIt({ kari, mona, aase, line }: Windows): Promise<void> {
  const ask = async () => {
    await kari.page.getByLabel(action.ask).selectOption({ label: 'Mona Hansen' });
    await press(kari, action.askButton);
    await has(mona, action.askedYou);
  };
  await ask();
  await expectAccessible(mona.page, 'the one who is asked');
  await press(mona, action.decline);
  await has(kari, action.declined('Mona'));
  await ask();
  await press(mona, action.accept);
  await has(line, action.accepted('Mona Hansen'));
  await press(kari, action.keep);
  await kari.page.getByRole('alert').filter({ hasText: action.lacksTitle }).waitFor();
  await has(kari, action.lacks.due);
  await expectAccessible(kari.page, 'an action that cannot be kept yet');
  await press(kari, action.toField);
  const field = kari.page.locator('[data-name="due"] :focus');
  await field.waitFor();
  await field.fill('2026-12-08');
  await has(kari, action.lacks.acceptedBefore);
  await ask();
  await press(mona, action.accept);
  await kari.page.getByText(action.lacksTitle).waitFor({ state: 'detached' });
  await press(kari, action.keep);
  for (const window of [kari, mona, aase, line])
    await has(window, /Avtalt: .* – Mona Hansen tar det, innen 8\. desember/);
  await expectAccessible(line.page, 'what was agreed, on a phone');
}

/** Kari's line is lost; Jonas would rather not, Mona leads so long, and gives it back the usual way. */
async function loseTheLead({ kari, jonas, mona, aase, line }: Windows): Promise<void> {
  await kari.page.goto('about:blank');
  const asked = (window: Window) => window.page.getByRole('button', { name: leading.takeLead });
  const isAsked = async () => (await asked(jonas).isVisible()) || (await asked(mona).isVisible());
  await until(isAsked, 'somebody else to be asked to lead', LOST_WITHIN_MS);
  const [first, second] = (await asked(jonas).isVisible()) ? [jonas, mona] : [mona, jonas];
  await has(line, leading.lost('Kari'));
  await has(aase, leading.lost('Kari'));
  await expectAccessible(first.page, 'the lead is offered');
  await press(first, leading.declineLead);
  await asked(second).waitFor();
  await press(second, leading.takeLead);
  await has(second, leading.giveWordHint);
  await line.page.getByText(leading.lost('Kari')).waitFor({ state: 'detached' });
  await press(second, said.extend);
}

/** All load the page anew in mid-meeting: the phase, the turn, the hands and the time are there again. */
async function reloadAll(windows: Record<string, Window>): Promise<void> {
  const { mona, aase, line } = windows as Windows;
  await press(aase, patient.signal.hand);
  const hands = (window: Window) => window.page.getByRole('list', { name: leading.hands }).innerText();
  await until(async () => (await hands(line)).includes('Åse'), 'the hand');
  const minutes = async () => Number.parseInt(await mona.page.locator('.countdown strong').innerText(), 10);
  const [left, spoke] = [await minutes(), await mona.page.locator('.first').innerText()];
  await Promise.all(Object.values(windows).map(({ page }) => page.reload()));
  for (const window of [mona, line]) {
    await window.page.getByRole('heading', { level: 1, name: 'Planen videre' }).waitFor();
    await until(async () => (await hands(window)).includes('Åse'), 'the hand to be up still');
  }
  expect(await mona.page.locator('.first').innerText()).toBe(spoke);
  expect(left - (await minutes())).toBeLessThan(3);
  await aase.page.getByRole('heading', { level: 1, name: 'Hva gjør vi videre?' }).waitFor();
  await aase.page.getByRole('button', { name: patient.signal.hand, pressed: true }).waitFor();
}

/** Afterwards it is told how the time went, by party. */
async function sumUp({ mona, jonas, line }: Windows): Promise<void> {
  const lead = (await mona.page.getByRole('button', { name: said.sumUp }).isVisible()) ? mona : jonas;
  await press(lead, said.sumUp);
  for (const { page } of [lead, line]) {
    await page.getByRole('heading', { name: leading.spent.title }).waitFor();
    await page.getByRole('row', { name: /Pasienten/ }).waitFor();
  }
  await expectAccessible(lead.page, 'how the time went');
}
