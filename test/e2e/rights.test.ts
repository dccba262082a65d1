import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sections } from '#shared/plan/sections.ts';
import { until } from '../support/until.ts';
import { expectAccessible } from '../support/windows.ts';
import { saved } from './moving.ts';
import { card, demo, fieldOf } from './sitting.ts';
import { nb } from '../support/speech.ts';

/** What changes on a page because a right did, is there within this time. */
const AT_ONCE_MS = 1000;

const caretIn = (field: Locator) =>
  field.evaluate((one) => {
    const { selectionStart, selectionEnd, readOnly } = one as HTMLTextAreaElement;
    return { isFocused: document.activeElement === one, selectionStart, selectionEnd, readOnly };
  });

describe('a right that changes while the page is open', () => {
  test('a doctor who becomes a nurse keeps the caret in the doctor’s text, and cannot write there until it is put right', async () => {
    const { meeting, idOf, sit } = await demo();
    const kari = await (await sit('Kari', { screen: 'ward', point: 'now' })).guest();
    const window = await sit('Jonas', { screen: 'ward', point: 'now' });
    const { page } = window;
    const hers = card(page, 'clarifications');
    const field = hers.getByLabel(sections.clarifications.fields.problem.label.nb);
    await field.focus();
    await field.evaluate((one) => (one as HTMLTextAreaElement).setSelectionRange(3, 7));
    const before = await field.inputValue();
    const cast = (profession: 'doctor' | 'nurse') =>
      kari.put(`/api/meetings/${meeting}/participants/${idOf('Jonas')}/cast`, { role: 'hospital', profession });
    const locked = hers.getByRole('status').getByText(nb.plan.locked);

    expect((await cast('nurse')).status).toBe(204);
    await until(() => locked.isVisible(), 'it to be said', AT_ONCE_MS);
    expect(await caretIn(field)).toEqual({ isFocused: true, selectionStart: 3, selectionEnd: 7, readOnly: true });
    await page.keyboard.type('Ikke lov');
    expect(await field.inputValue()).toBe(before);
    await expectAccessible(page, 'a text that one may not write in any more');

    expect((await cast('doctor')).status).toBe(204);
    await locked.waitFor({ state: 'detached' });
    expect(await caretIn(field)).toEqual({ isFocused: true, selectionStart: 3, selectionEnd: 7, readOnly: false });
    await page.keyboard.type('Lov');
    expect(await field.inputValue()).toBe(`${before.slice(0, 3)}Lov${before.slice(7)}`);
    await saved(window);
  }, 60_000);

  test('what the patient does not share leaves the next of kin’s screen at once, and comes back when it is shared', async () => {
    const { meeting, idOf, sit } = await demo();
    const aase = await (await sit('Åse', { screen: 'tablet' })).guest();
    const { page } = await sit('Line', { screen: 'phone', point: 'now' });
    const part = card(page, 'situation');
    const words = part.getByText(/hofte/i).first();
    await words.waitFor();
    const withhold = (parts: readonly string[]) =>
      aase.put(`/api/meetings/${meeting}/participants/${idOf('Line')}/withheld`, { sections: parts });

    expect((await withhold(['situation'])).status).toBe(204);
    await until(async () => !(await words.isVisible()), 'the words to be gone', AT_ONCE_MS);
    await part.getByRole('status').getByText(nb.plan.withheld).waitFor();
    await fieldOf(page, 'function.before').or(card(page, 'function.before')).first().waitFor();
    await expectAccessible(page, 'a part that is not shared');

    expect((await withhold([])).status).toBe(204);
    await until(() => words.isVisible(), 'the words to be back', AT_ONCE_MS);
    expect(await part.getByText(nb.plan.withheld).count()).toBe(0);
  }, 60_000);
});

/** From `growOld` on, the page says to the server what one built before the last change of the plan would say. */
async function canGrowOld(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const state = Object.assign(window, { old: [] as string[] });
    const [Current, Asking] = [WebSocket, XMLHttpRequest];
    window.WebSocket = class extends Current {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(state.old.includes('plan') ? String(url).replace(/schema=\d+/, 'schema=0') : url, protocols);
      }
    };
    window.XMLHttpRequest = class extends Asking {
      override send(body?: XMLHttpRequestBodyInit): void {
        const isOld = state.old.includes('meeting') && typeof body === 'string';
        super.send(isOld ? body.replace(/"schema":\d+/, '"schema":0') : body);
      }
    };
  });
}

/** The network goes and comes, and meanwhile the page has become too old for what it is asked to say. */
async function growOld(page: Page, old: readonly ('plan' | 'meeting')[]): Promise<void> {
  await page.evaluate((what) => Object.assign(window, { old: what }), old);
  await page.context().setOffline(false);
}

test('a page that is older than the plan says so, takes nothing more, and offers what is not saved', async () => {
  const { sit, begin } = await demo();
  await begin('what-matters');
  const { page } = await sit('Åse', { screen: 'tablet', before: canGrowOld });
  const kari = (await sit('Kari', { screen: 'ward', point: 'what-matters' })).page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const story = fieldOf(page, 'story');
  await story.waitFor();
  await page.context().setOffline(true);
  await story.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Dette er ikke lagret.');
  const written = await story.inputValue();
  await growOld(page, ['plan', 'meeting']);

  const told = page.getByRole('alert').filter({ hasText: nb.plan.outOfDate.title });
  await told.getByText(nb.plan.outOfDate.text).waitFor();
  expect(await told.getByRole('textbox', { name: nb.plan.outOfDate.kept }).inputValue()).toBe(written);
  await told.getByRole('button', { name: nb.plan.copyText }).click();
  await told.getByText(nb.plan.copied).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(written);
  await story.focus();
  await page.keyboard.type('Dette går ikke');
  expect([await story.inputValue(), await story.isEditable()]).toEqual([written, false]);
  await page.getByRole('group', { name: sections.story.heading.nb }).getByText(nb.plan.outOfDate.here).waitFor();
  expect(await page.getByRole('button', { name: nb.plan.tryAgain }).count(), 'that would lead nowhere').toBe(0);
  await expectAccessible(page, 'a page that is out of date');
  expect(await fieldOf(kari, 'story').inputValue()).not.toContain('ikke lagret');

  page.once('dialog', (dialog) => void dialog.accept());
  await Promise.all([page.waitForEvent('load'), told.getByRole('button', { name: nb.plan.outOfDate.reload }).click()]);
  await until(() => story.isEditable(), 'the new page to be written on');
  expect(await told.count()).toBe(0);
}, 60_000);

test('what one wrote stays on screen also when it is the meeting that says first that the page is out of date', async () => {
  const { sit } = await demo();
  const { page } = await sit('Line', { screen: 'phone', point: 'what-matters', before: canGrowOld });
  const story = fieldOf(page, 'story');
  await story.waitFor();
  const before = await story.inputValue();
  await page.getByText(nb.meeting.here(1, 7)).waitFor();
  await page.context().setOffline(true);
  await page.getByText(nb.meeting.line.lost).waitFor();
  await growOld(page, ['meeting']);
  await page.getByRole('alert').getByText(nb.plan.outOfDate.title).waitFor();
  expect(await story.inputValue()).toBe(before);
  await expectAccessible(page, 'a meeting that is out of date');
}, 60_000);
