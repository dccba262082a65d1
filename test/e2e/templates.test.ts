import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import type { MeetingForMe } from '#shared/api.ts';
import { Guest } from '../support/guest.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { expectAccessible, openBrowser, type SCREENS } from '../support/windows.ts';
import { nb } from '../support/speech.ts';

const words = nb.templates;
const WORKPLACE = 'Sykehuset i Oppdiktet';

/** A program, and people of the same hospital who sign in to it by role. */
async function hospital() {
  const { url } = await startProgram(await dataFolder());
  const { open, thrown } = await openBrowser(url);
  onTestFinished(() => expect(thrown).toEqual([]));
  return async (name: string, screen: keyof typeof SCREENS) => {
    const window = await open(screen);
    const { page } = window;
    await page.getByLabel(nb.start.name).fill(name);
    await page.getByLabel(nb.start.organisation).fill(WORKPLACE);
    await page.getByRole('button', { name: nb.start.signIn }).click();
    await page.getByRole('link', { name: words.link, exact: true }).click();
    await page.getByRole('heading', { name: words.title }).waitFor();
    return window;
  };
}

const point = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`\\d ${name}`) });
const stands = (page: Page, text: string) => page.getByRole('status').getByText(text, { exact: true }).waitFor();
const save = (page: Page) => page.getByRole('button', { name: words.save.save, exact: true }).click();
const view = (page: Page, name: keyof typeof words.views) =>
  page.getByRole('button', { name: words.views[name], exact: true }).click();

/** Copies the short meeting; the editor is open afterwards. */
async function copyShort(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.copyNamed('Kort utskrivningsmøte') }).click();
  await page.getByRole('heading', { name: words.copyTitle('Kort utskrivningsmøte'), level: 1 }).waitFor();
}

test('a nurse copies a template, makes it hers, looks at it, saves it and holds a meeting with it', async () => {
  const come = await hospital();
  const kari = await come('Kari Nilsen', 'ward');
  const { page } = kari;
  await expectAccessible(page, 'the templates');
  await copyShort(page);
  await stands(page, words.save.unchanged(1));

  await page.getByLabel(words.about.name, { exact: true }).fill('Vårt korte møte');
  await page.getByRole('button', { name: words.moves.down('Hvordan går det nå?') }).click();
  await page.getByText(words.phases.moved('Hvordan går det nå?', 3)).waitFor();
  await point(page, 'Hjelp hjemme').click();
  await page.getByLabel(words.phase.minutes, { exact: true }).fill('8');
  await page.getByLabel(words.phase.prompt, { exact: true }).fill('Begynn med morgenen: Hvem kommer, og når?');
  await page.getByText(words.save.sum(25, 5)).waitFor();
  const checklist = page.getByRole('region', { name: words.checklist.title });
  await checklist.getByRole('button', { name: words.list.addTo(words.checklist.title) }).click();
  await page.keyboard.type('Nøkkelen er hentet');
  await page.getByRole('switch', { name: words.nynorsk }).check();
  await page.getByLabel(words.inNynorsk(words.phase.prompt)).fill('Begynn med morgonen: Kven kjem, og når?');
  await expectAccessible(page, 'the editor with a point open');

  await view(page, 'preview');
  await page.getByText('Begynn med morgenen: Hvem kommer, og når?').waitFor();
  await page.getByRole('region').getByLabel(words.language).selectOption('nn');
  await page.getByText('Begynn med morgonen: Kven kjem, og når?').waitFor();
  await page.getByText('Kva treng du hjelp til heime?').waitFor();
  await expectAccessible(page, 'the preview');
  await stands(page, words.save.unsaved);
  await save(page);
  await stands(page, words.save.saved(2));

  await page.getByRole('link', { name: words.use, exact: true }).click();
  expect(await page.getByRole('radio', { name: /Vårt korte møte/ }).isChecked()).toBe(true);
  await expectAccessible(page, 'a new meeting with a template of one’s own');
  await page.getByLabel(nb.newMeeting.patient).fill('Åse Fiktiv');
  await page.getByLabel(nb.newMeeting.date).fill('2026-11-25');
  await page.getByLabel(nb.newMeeting.time).fill('13:00');
  await page.getByRole('button', { name: nb.newMeeting.create }).click();
  await page.waitForURL(/\/meetings\/[A-Za-z0-9_-]{22,}/);
  const id = /meetings\/([A-Za-z0-9_-]+)/.exec(page.url())?.[1] ?? '';
  const guest: Guest = await kari.guest();
  const { template } = (await guest.get(`/api/meetings/${id}`)).body as unknown as MeetingForMe;
  expect(template.phases.map(({ id, minutes }) => [id, minutes])).toEqual([
    ...[
      ['what-matters', 5],
      ['help-home', 8],
      ['now', 4],
      ['going-home', 5],
      ['summing-up', 3],
    ],
  ]);
  expect([template.title.nb, template.version, template.checklist.at(-1)]).toEqual([
    ...['Vårt korte møte', 2, { nb: 'Nøkkelen er hentet' }],
  ]);
}, 90_000);

test('what is wrong is said at its field, and nothing is saved before it is right', async () => {
  const come = await hospital();
  const { page } = await come('Kari Nilsen', 'phone');
  await copyShort(page);
  await page.getByRole('button', { name: words.phases.add }).click();
  await page.getByLabel(words.phase.name, { exact: true }).fill('Hjemmebesøk');
  await page.getByLabel(words.phase.prompt, { exact: true }).fill('Si hvem som kommer.');
  await page.getByLabel(words.phase.question, { exact: true }).fill('Hvem kommer?');
  await page.getByLabel(words.phase.minutes, { exact: true }).fill('0');
  await page.getByRole('button', { name: /^1 Hva er viktig for deg/ }).click();
  await page.getByLabel(words.phase.first).selectOption('hospital');
  await save(page);
  const told = page.getByRole('alert').filter({ hasText: words.faults.title });
  expect(await told.getByRole('button').allTextContents()).toEqual([
    `1. Hva er viktig for deg? – ${words.phase.first}: ${words.faults.kind['patient-first']()}`,
    `6. Hjemmebesøk – ${words.phase.minutes}: ${words.faults.kind.minutes(90)}`,
    `6. Hjemmebesøk – ${words.phase.sentence}: ${words.faults.kind.empty()}`,
  ]);
  await told.getByRole('button', { name: /Minutter/ }).click();
  const minutes = page.getByLabel(words.phase.minutes, { exact: true });
  await minutes.and(page.locator(':focus')).waitFor();
  await expectAccessible(page, 'the editor with faults');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('4');
  await page.getByLabel(words.phase.sentence, { exact: true }).fill('Her står det hvem som kommer hjem til deg.');
  await told.getByRole('button', { name: new RegExp(words.phase.first.replace('?', '\\?')) }).click();
  await page.getByLabel(words.phase.first).selectOption('patient');
  await told.waitFor({ state: 'detached' });
  await save(page);
  await stands(page, words.save.saved(2));
}, 90_000);

test('who saves second loses nothing; old versions are looked at and come back; leaving asks first', async () => {
  const come = await hospital();
  const kari = (await come('Kari Nilsen', 'tablet')).page;
  await copyShort(kari);
  const mona = (await come('Mona Fiktiv', 'ward')).page;
  await mona.getByRole('link', { name: words.changeNamed(words.copyTitle('Kort utskrivningsmøte')) }).click();
  await mona.getByLabel(words.about.name, { exact: true }).fill('Monas møte');
  await save(mona);
  await stands(mona, words.save.saved(2));

  await kari.getByLabel(words.about.name, { exact: true }).fill('Karis møte');
  await save(kari);
  const stale = kari.getByRole('alert').filter({ hasText: words.stale.text(2) });
  await stale.getByRole('button', { name: words.stale.look(2) }).click();
  await kari.getByRole('heading', { name: words.versions.shown(2, 'Monas møte') }).waitFor();
  await expectAccessible(kari, 'the versions');
  await stands(kari, words.save.unsaved);
  await stale.getByRole('button', { name: words.stale.anyway }).click();
  await stands(kari, words.save.saved(3));

  await view(kari, 'edit');
  expect(await kari.getByLabel(words.about.name, { exact: true }).inputValue()).toBe('Karis møte');
  await kari.getByLabel(words.about.name, { exact: true }).fill('Kladd');
  kari.once('dialog', (dialog) => void dialog.dismiss());
  await kari.getByRole('link', { name: words.all }).click();
  expect(await kari.getByLabel(words.about.name, { exact: true }).inputValue()).toBe('Kladd');
  await view(kari, 'versions');
  await kari.getByRole('button', { name: words.versions.back(2) }).click();
  // While the dialog comes in, it is half transparent.
  await kari
    .getByRole('dialog')
    .evaluate((one) => Promise.all(one.getAnimations().map(({ finished }) => finished)).then(() => undefined));
  await expectAccessible(kari, 'bringing back over what is not saved');
  await kari.getByRole('button', { name: words.versions.backYes }).click();
  await stands(kari, words.save.saved(4));
  expect(await kari.getByLabel(words.about.name, { exact: true }).inputValue()).toBe('Monas møte');
  await kari.getByRole('link', { name: words.all }).click();
  await kari.getByRole('heading', { name: 'Monas møte' }).waitFor();
}, 90_000);
