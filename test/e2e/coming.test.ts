import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { pdfText } from '../support/pdfText.ts';
import { unbroken } from '../support/planWords.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { nb } from '../support/speech.ts';
import { expectAccessible, openBrowser, type Window } from '../support/windows.ts';

const { waiting, join, letter } = nb;
const HELP = '33 00 00 02';

/** Kari makes a meeting, with the number of whoever helps. */
async function meetingWithHelp({ page }: Window): Promise<void> {
  await page.getByLabel(nb.start.name).fill('Kari Nilsen');
  await page.getByRole('button', { name: nb.start.signIn }).click();
  await page.getByRole('link', { name: nb.start.newMeeting }).click();
  await page.getByRole('radio', { name: /Skrøpelig eldre/ }).check();
  await page.getByLabel(nb.newMeeting.patient).fill('Åse Fiktiv');
  await page.getByLabel(nb.newMeeting.date).fill('2026-11-25');
  await page.getByLabel(nb.newMeeting.time).fill('13:00');
  await page.getByLabel(nb.newMeeting.helpPhone).fill('113');
  await page.getByRole('button', { name: nb.newMeeting.create }).click();
  await page.getByText(nb.newMeeting.missing.helpPhone).waitFor();
  await page.getByLabel(nb.newMeeting.helpPhone).fill('33000002');
  await page.getByRole('button', { name: nb.newMeeting.create }).click();
  await page.waitForURL(/\/meetings\/[A-Za-z0-9_-]{22,}/);
}

/** She invites Åse, and takes the letter. What stands on the paper, and the code. */
async function takeLetter({ page }: Window) {
  await page.getByRole('link', { name: nb.meeting.invite }).click();
  await page.getByLabel(nb.invite.name).fill('Åse Fiktiv');
  await page.getByLabel(nb.start.role).selectOption({ label: nb.people.choice.patient });
  await page.getByRole('button', { name: nb.invite.make }).click();
  const made = page.getByRole('status').filter({ hasText: nb.invite.madeTitle('Åse Fiktiv') });
  await made.getByLabel(letter.language).selectOption('nb');
  await expectAccessible(page, 'an invitation that can be printed');
  const saving = page.waitForEvent('download');
  await made.getByRole('button', { name: letter.print }).click();
  // Hyphens of the link are no places where a line was broken.
  const words = pdfText(await readFile(await (await saving).path())).replace(/\s/g, '');
  const [, link = ''] = new RegExp(`(http\\S+?/join#[A-Za-z0-9_-]{32})`).exec(words) ?? [];
  const [, code = ''] = new RegExp(`${unbroken(letter.code)}(\\d{6})`).exec(words) ?? [];
  return { words, link, code };
}

const fontSize = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);

test('Åse comes in by the letter alone: opens the link twice, types the code, and tries sound, text and connection', async () => {
  const { url } = await startProgram(await dataFolder());
  const { open, thrown } = await openBrowser(url);
  onTestFinished(() => expect(thrown).toEqual([]));
  const kari = await open('ward');
  await meetingWithHelp(kari);
  const { words, link, code } = await takeLetter(kari);
  expect(words).toContain(unbroken(HELP));

  const { page } = await open('tablet', link);
  await page.goto('about:blank');
  await page.goto(link);
  const ring = page.getByRole('link', { name: waiting.ring(HELP) });
  expect(await ring.getAttribute('href')).toBe('tel:33000002');
  await expectAccessible(page, 'joining');
  await page.getByLabel(join.code).fill(code === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: join.join }).tap();
  await page.getByText(join.refused['wrong-code'].title).waitFor();
  await ring.waitFor();
  await expectAccessible(page, 'a wrong code');
  await page.getByLabel(join.code).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole('button', { name: join.join }).tap();
  await page.waitForURL(/\/meetings\//);

  await page.getByText(/Møtet er .*25\. november kl\. 13\.00/).waitFor();
  await page.getByText('Kari Nilsen').waitFor();
  await page.getByText(waiting.happens[1] ?? '').waitFor();
  await ring.waitFor();
  await expectAccessible(page, 'the waiting room');
  await tryItAll(page);
}, 120_000);

/** The check: nothing is heard at first, and the text is too small. */
async function tryItAll(page: Page): Promise<void> {
  const { check } = waiting;
  const answer = (name: string) => page.getByRole('button', { name, exact: true });
  await answer(check.start).tap();
  await page.getByText(check.heard).waitFor();
  await expectAccessible(page, 'the question about sound');
  await answer(check.no).tap();
  await page.getByText(check.silent).waitFor();
  await expectAccessible(page, 'advice about sound');
  await answer(check.again).tap();
  await answer(check.yes).tap();
  await page.getByText(check.sample).waitFor();
  await expectAccessible(page, 'the question about text');
  const before = await fontSize(page);
  await answer(check.larger).tap();
  await page.waitForFunction((was) => getComputedStyle(document.documentElement).fontSize !== was, before);
  await answer(check.yes).tap();
  await page.getByText(check.connection.good).or(page.getByText(check.connection.slow)).waitFor();
  await page.getByText(check.sound.heard).waitFor();
  await page.getByText(check.sight.reads).waitFor();
  await expectAccessible(page, 'what came of it');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/heard|sound|check/);
}

test('who waits sees at once who is invited, who has come and that nobody else is told', async () => {
  const { url } = await startProgram(await dataFolder());
  const { open, thrown } = await openBrowser(url);
  onTestFinished(() => expect(thrown).toEqual([]));
  const kari = await open('ward');
  await meetingWithHelp(kari);
  const { link, code } = await takeLetter(kari);
  const { page } = await open('tablet', link);
  await page.getByLabel(join.code).fill(code);
  await page.getByRole('button', { name: join.join }).tap();
  await page.waitForURL(/\/meetings\//);

  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await line('Kari Nilsen').getByText(waiting.here).waitFor();
  await kari.page.getByRole('button', { name: nb.invite.doneShowing }).click();
  await kari.page.getByLabel(nb.invite.name).fill('Per Berg');
  await kari.page.getByLabel(nb.start.role).selectOption({ label: nb.people.choice.gp });
  await kari.page.getByRole('button', { name: nb.invite.make }).click();
  await line('Per Berg').getByText(waiting.invited).waitFor();
  await expectAccessible(page, 'somebody is invited');
  await kari.page.close();
  await line('Kari Nilsen').getByText(waiting.coming).waitFor();
}, 90_000);
