import type { Locator, Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Plan } from '#shared/plan/plan.ts';
import { sections } from '#shared/plan/sections.ts';
import { joined, meetingBy, signedIn, type Guest } from '../support/guest.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';
import { expectAccessible, openBrowser, type SCREENS } from '../support/windows.ts';
import { nb } from '../support/speech.ts';

const words = nb.conversation;
const { themes, score } = words;

/** Kari's meeting, a week before: Åse has nothing in the plan yet. */
async function weekBefore() {
  const { url } = await startProgram(await dataFolder());
  const { open, thrown } = await openBrowser(url);
  onTestFinished(() => expect(thrown).toEqual([]));
  const kari = await signedIn(url, { role: 'hospital', name: 'Kari Nilsen', profession: 'nurse' });
  const meeting = await meetingBy(kari);
  const sit = async (guest: Guest, screen: keyof typeof SCREENS) => {
    const { page } = await open(screen);
    await page.context().addCookies(
      guest.cookie.split('; ').map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return { name, value: value.join('='), url };
      }),
    );
    await page.goto(`/meetings/${meeting}`);
    await page.locator('h1').first().waitFor();
    return page;
  };
  const comes = async (name: string, role: 'patient' | 'kin', screen: keyof typeof SCREENS) =>
    sit(await joined(kari, meeting, { name, role }), screen);
  const planNow = async () => (await kari.get(`/api/meetings/${meeting}/plan`)).body as unknown as Plan;
  return { kari, meeting, sit, comes, planNow };
}

const asks = (page: Page, question: string) => page.getByRole('heading', { level: 1, name: question }).waitFor();
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const answer = (page: Page, question: string) => page.getByRole('textbox', { name: question });
const activity = (page: Page) => page.getByRole('textbox', { name: sections.goals.fields.activity.label.nb });
const says = (page: Page, what: string) => page.getByRole('status').getByText(what, { exact: true }).first();
const card = (page: Page) => page.getByRole('region', { name: words.card.title });

/** Taps, and is at the heading of the next step. */
async function goOn(page: Page, to: string, by: string = words.next): Promise<void> {
  await button(page, by).tap();
  await asks(page, to);
  await until(
    () => page.locator('h1').evaluate((one) => one === document.activeElement),
    'the heading to have the focus',
  );
  await expectAccessible(page, to);
}

describe('by touch, on a tablet', () => {
  test('Åse tells what matters, leaves in the middle, and goes on another day where she was', async () => {
    const { kari, meeting, sit, comes, planNow } = await weekBefore();
    const first = await comes('Åse Fiktiv', 'patient', 'tablet');
    const ward = await sit(kari, 'ward');
    await ward.goto(`${ward.url()}?vis=plan`);
    const hers = ward.getByLabel(sections['story.themes'].fields.people.label.nb, { exact: true });
    await card(first).getByText(words.card.none).waitFor();
    await expectAccessible(first, 'the card');
    await card(first).getByRole('link', { name: words.card.begin }).tap();
    await asks(first, words.title);
    await goOn(first, themes.people.question, words.welcome.begin);
    await button(first, `${themes.people.starters[1] ?? ''} …`).tap();
    await first.keyboard.type('Bjørg');
    expect(await answer(first, themes.people.question).inputValue()).toBe('Jeg savner Bjørg');
    await until(async () => (await hers.inputValue()) === 'Jeg savner Bjørg', 'Kari to see it at once');
    await goOn(first, themes.doing.question);
    await answer(first, themes.doing.question).fill('Gå til postkassen');
    await goOn(first, themes.health.question);
    await first.goBack();
    await asks(first, themes.doing.question);
    expect(await answer(first, themes.doing.question).inputValue()).toBe('Gå til postkassen');
    await goOn(first, themes.health.question);
    await says(first, nb.plan.saving.saved).waitFor();
    const next = await first.context().newPage();
    await first.goto('about:blank');

    await next.goto(`/meetings/${meeting}`);
    await card(next)
      .getByText(words.card.some(2, 4, 0))
      .waitFor();
    await card(next).getByRole('link', { name: words.card.goOn }).tap();
    await asks(next, themes.health.question);
    await finish(next);
    const plan = await planNow();
    expect(plan.story).toBe('Jeg vil hjem.\nJeg savner Bjørg');
    expect(plan['story.themes']).toEqual({
      people: 'Jeg savner Bjørg',
      doing: 'Gå til postkassen',
      health: '',
      joy: '',
    });
    expect(plan.goals).toMatchObject([
      { activity: 'Gå til postkassen', scoreNow: 4 },
      { activity: 'Sove godt', scoreNow: null, noGoalReason: score.reason },
    ]);
    expect(plan.questions).toMatchObject([{ question: 'Kan jeg bade?' }]);
  }, 180_000);

  /** From the third theme, which she skips, to the end. */
  async function finish(page: Page): Promise<void> {
    await goOn(page, themes.joy.question, words.skip);
    await goOn(page, words.story.question, words.skip);
    await answer(page, words.story.question).fill('Jeg vil hjem.');
    await button(page, words.story.take).first().tap();
    await page.getByText(words.story.taken, { exact: true }).waitFor();
    await goOn(page, words.goals.question);
    await button(page, words.goals.make).nth(1).tap();
    await button(page, nb.plan.addRowOf.goals ?? '').tap();
    await activity(page).nth(1).fill('Sove godt');
    await button(page, nb.plan.addRowOf.goals ?? '').tap();
    await activity(page).nth(2).fill('Feil');
    await button(page, words.goals.removeNamed('Feil')).tap();
    await button(page, words.goals.removeYes).tap();
    await until(async () => (await activity(page).count()) === 2, 'the third goal to go');
    await goOn(page, score.question);
    await page.getByText(score.notChosen).waitFor();
    await page.locator('label', { hasText: /^\s*4\s*$/ }).tap();
    await page.getByText(score.chosen(4)).waitFor();
    await goOn(page, score.question);
    await page.getByText(score.decline, { exact: true }).tap();
    await page.getByText(score.declined).waitFor();
    await goOn(page, words.questions.question);
    await button(page, nb.plan.addRowOf.questions ?? '').tap();
    await page.keyboard.type('Kan jeg bade?');
    await goOn(page, words.done.title);
    for (const told of ['Jeg savner Bjørg', words.done.scored('Gå til postkassen', 4), 'Kan jeg bade?'])
      await page.getByText(told, { exact: true }).first().waitFor();
    await says(page, nb.plan.saving.saved).waitFor();
    await button(page, words.done.leave).tap();
    await card(page).getByText(words.card.finished).waitFor();
  }

  test('what Åse writes without a network says that it is not saved, and is saved when it is back', async () => {
    const { comes, planNow } = await weekBefore();
    const page = await comes('Åse Fiktiv', 'patient', 'tablet');
    await page.goto(`${page.url()}?vis=samtale&steg=joy`);
    await answer(page, themes.joy.question).waitFor();
    await page.context().setOffline(true);
    await answer(page, themes.joy.question).fill('Kaffe på fredager');
    await says(page, nb.plan.unsavedHere).waitFor();
    expect((await planNow())['story.themes'].joy).toBe('');
    await goOn(page, words.story.question);
    await says(page, nb.plan.unsavedHere).waitFor();
    await page.context().setOffline(false);
    await says(page, nb.plan.saving.saved).waitFor();
    expect((await planNow())['story.themes'].joy).toBe('Kaffe på fredager');
  }, 60_000);
});

describe('two at once', () => {
  test('Line helps from her phone, and Åse sees at once what she writes, and that it is she', async () => {
    const { comes } = await weekBefore();
    const aase = await comes('Åse Fiktiv', 'patient', 'tablet');
    const line = await comes('Line Fiktiv', 'kin', 'phone');
    await line
      .getByRole('region', { name: words.card.titleForKin('Åse') })
      .getByRole('link')
      .tap();
    await asks(line, words.title);
    await line.getByText(nb.behalf.youWrite('Åse')).waitFor();
    await goOn(line, themes.people.question, words.welcome.begin);
    await aase.goto(`${aase.url()}?vis=samtale&steg=people`);
    await answer(line, themes.people.question).pressSequentially('Bjørg og Line');
    const hers = answer(aase, themes.people.question);
    await until(async () => (await hers.inputValue()) === 'Bjørg og Line', 'Åse to see it');
    await aase.getByText('Line', { exact: true }).waitFor();
    await expectAccessible(aase, 'with Line’s caret');
    const { scrollWidth, clientWidth } = await line.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  }, 60_000);
});

describe('by keyboard alone', () => {
  test('Åse goes through the whole conversation', async () => {
    const { comes, planNow } = await weekBefore();
    const page = await comes('Åse Fiktiv', 'patient', 'tablet');
    await press(page, card(page).getByRole('link', { name: words.card.begin }));
    await asks(page, words.title);
    await press(page, button(page, words.welcome.begin));
    for (const theme of Object.values(themes)) {
      await asks(page, theme.question);
      await write(page, answer(page, theme.question), theme.title);
      await press(page, button(page, words.next));
    }
    await asks(page, words.story.question);
    await write(page, answer(page, words.story.question), 'Hjem');
    await press(page, button(page, words.next));
    await asks(page, words.goals.question);
    await press(page, button(page, nb.plan.addRowOf.goals ?? ''));
    await page.keyboard.type('Gå i trapp');
    await press(page, button(page, words.next));
    await asks(page, score.question);
    await tabTo(page, page.getByRole('radio').first());
    for (let step = 0; step < 7; step++) await page.keyboard.press(step === 0 ? 'Space' : 'ArrowRight');
    await page.getByText(score.chosen(6)).waitFor();
    expect(await page.getByRole('radio', { name: score.option(6) }).isChecked()).toBe(true);
    await press(page, button(page, words.next));
    await asks(page, words.questions.question);
    await press(page, button(page, nb.plan.addRowOf.questions ?? ''));
    await page.keyboard.type('Når?');
    await press(page, button(page, words.next));
    await asks(page, words.done.title);
    await says(page, nb.plan.saving.saved).waitFor();
    const plan = await planNow();
    expect(plan.goals).toMatchObject([{ activity: 'Gå i trapp', scoreNow: 6 }]);
    expect(plan['story.themes'].joy).toBe(themes.joy.title);
    expect(plan.questions).toMatchObject([{ question: 'Når?' }]);
  }, 120_000);
});

/** Tabs on until the element has the focus, as one who has no other way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await target.first().evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by keyboard to ${String(target)}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}
