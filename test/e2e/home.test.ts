import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { agree, someone, writtenBy } from '../support/held.ts';
import { Guest } from '../support/guest.ts';
import { pdfText } from '../support/pdfText.ts';
import { unbroken } from '../support/planWords.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { nb } from '../support/speech.ts';
import { expectAccessible, openBrowser, type Window } from '../support/windows.ts';

const words = nb.homeCopy;

/** The window is somebody's who came in on the wire. */
async function becomes({ page }: Window, guest: Guest): Promise<void> {
  const [name = '', value = ''] = guest.cookie.split('=');
  await page.context().addCookies([{ name, value, url: guest.url }]);
}

/** What a link downloads, and under which name. */
async function downloaded(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** An agreed meeting that Mona, who signed in, has made; her window, and Åse's. */
async function agreedAtMonas() {
  const { url } = await startProgram(await dataFolder());
  const { open, thrown } = await openBrowser(url);
  onTestFinished(() => expect(thrown).toEqual([]));
  const maker = new Guest(url);
  await maker.post('/api/demo/session', someone('mona'));
  const { meeting, people } = await writtenBy(maker, 'mona');
  await agree(people, meeting, maker);
  const [mona, patient] = [await open('ward'), await open('tablet')];
  await becomes(mona, maker);
  await becomes(patient, people.aase);
  return { meeting, people, mona: mona.page, patient: patient.page };
}

test('after the meeting the patient has the plan on a page, on paper and in the calendar', async () => {
  const { meeting, patient: page } = await agreedAtMonas();
  await page.goto(`/meetings/${meeting}`);
  const worse = page.getByRole('region', { name: words.worse });
  await worse.getByText('Nytt fall med smerte').waitFor();
  await worse.getByRole('link', { name: '33 00 00 01' }).waitFor();
  const phones = page.getByRole('region', { name: words.phones });
  expect(await phones.getByRole('link').last().getAttribute('href')).toBe('tel:113');
  await page.getByRole('region', { name: words.medicines.stopped }).getByText('Zopiklon').waitFor();
  await page.getByText(words.more).click();
  await page.getByRole('heading', { name: words.signed }).waitFor();
  await expectAccessible(page, 'the patient’s copy');

  const paper = await downloaded(page, words.download);
  expect(paper.name).toMatch(/^planen-min-.*\.pdf$/);
  expect(unbroken(pdfText(paper.bytes))).toContain(unbroken('Nytt fall med smerte'));
  const entries = async (link: string) => {
    const { bytes } = await downloaded(page, link);
    return new ICAL.Component(ICAL.parse(bytes.toString()) as string).getAllSubcomponents('vevent').length;
  };
  expect(await entries(words.calendar)).toBe(5);
  expect(await entries(words.calendarOneOf('Time hos fastlegen, tirsdag 8. desember kl. 11.20'))).toBe(1);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: words.print }).isVisible()).toBe(false);
  expect(await worse.isVisible()).toBe(true);
}, 180_000);

test('each says once how the meeting was; staff see it when five have', async () => {
  const { meeting, people, mona, patient } = await agreedAtMonas();
  for (const guest of [people.kari, people.line, people.per, people.jonas])
    await guest.post(`/api/meetings/${meeting}/feedback`, { face: 'good', words: 'Alle kom til orde.' });
  await mona.goto('/overview');
  await mona.getByText(nb.howItWas.none(5)).waitFor();

  await patient.goto(`/meetings/${meeting}`);
  const form = patient.getByRole('region', { name: nb.feedback.title });
  await form.getByRole('button', { name: nb.feedback.send }).click();
  await form.getByText(nb.feedback.choose).waitFor();
  await expectAccessible(patient, 'three faces, none chosen');
  await form.getByRole('radio', { name: nb.feedback.faces.fair }).focus();
  await patient.keyboard.press('Space');
  await form.getByLabel(nb.feedback.words).fill('Det gikk litt fort.');
  await form.getByRole('button', { name: nb.feedback.send }).click();
  await form.getByText(nb.feedback.thanks).waitFor();
  await patient.reload();
  await patient.getByRole('region', { name: words.worse }).waitFor();
  expect(await form.isVisible()).toBe(false);

  await mona.reload();
  const section = mona.getByRole('region', { name: nb.howItWas.title });
  await section.getByText('Det gikk litt fort.').waitFor();
  const faces = await section.getByRole('listitem').allInnerTexts();
  expect(faces.map((words) => words.replace(/\s+/g, ' ').trim())).toContain(`${nb.feedback.faces.good}: 4 svar`);
  await expectAccessible(mona, 'how the meetings were');
}, 180_000);
