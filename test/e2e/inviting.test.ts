import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openPostOffice } from '../support/postOffice.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';
import { expectAccessible, openBrowser } from '../support/windows.ts';
import { makeMeeting } from './comingIn.ts';
import { demo } from './sitting.ts';
import { nb } from '../support/speech.ts';

const { invite, appointment } = nb;

const widths = (page: Page) =>
  page.evaluate(() => ({ page: document.documentElement.scrollWidth, window: document.documentElement.clientWidth }));

async function inviteByMail(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel(invite.name).fill(name);
  await page.getByLabel(nb.start.role).selectOption({ label: nb.people.choice.kin });
  await page.getByLabel(invite.email).fill(email);
  await page.getByRole('button', { name: invite.make }).click();
}

test('somebody is invited by mail, learns of another time by mail, and the list says how that went', async () => {
  const office = await openPostOffice();
  const env = { SMTP_URL: office.url, MAIL_FROM: 'mote@example.no' };
  const { url } = await startProgram(await dataFolder(), 0, env);
  const { open, thrown } = await openBrowser(url);
  onTestFinished(() => expect(thrown).toEqual([]));
  const kari = await open('ward');
  const { page } = kari;
  await makeMeeting(kari);
  await page.getByRole('link', { name: nb.meeting.invite }).click();
  await expectAccessible(page, 'inviting');

  await inviteByMail(page, 'Line Fiktiv', 'line');
  await page.getByText(invite.emailWrong).waitFor();
  await inviteByMail(page, 'Line Fiktiv', 'line@example.no');
  const made = page.getByRole('status').filter({ hasText: invite.mailedTitle('Line Fiktiv', 'line@example.no') });
  const code = ((await made.getByText(/^\d{3} \d{3}$/).textContent()) ?? '').replace(' ', '');
  expect(await made.getByText(/join#/).count(), 'the link has gone by mail').toBe(0);
  await expectAccessible(page, 'an invitation that went by mail');
  await made.getByRole('button', { name: invite.doneShowing }).click();
  const [letter] = office.collect();
  const link = /http\S+/.exec(letter?.email.text ?? '')?.[0] ?? '';

  const line = (await open('phone', link)).page;
  await line.getByLabel(nb.join.code).fill(code);
  await line.getByRole('button', { name: nb.join.join }).click();
  await line.waitForURL(/\/meetings\//);

  await page.getByLabel(appointment.date).fill('2026-12-01');
  await page.getByLabel(appointment.time).fill('09:30');
  await page.getByText(`${appointment.willReach}: Line Fiktiv.`).waitFor();
  await page.getByRole('button', { name: appointment.move }).click();
  await page.getByRole('status').getByText(`${appointment.reached}: Line Fiktiv.`).waitFor();
  await page.getByText(appointment.now('tirsdag 1. desember kl. 09.30')).waitFor();
  await line
    .getByText(/tirsdag 1. desember kl. 09.30/)
    .first()
    .waitFor();
  expect(office.collect()[0]?.calendar).toContain('DTSTART;TZID=Europe/Oslo:20261201T093000');

  await office.close();
  await inviteByMail(page, 'Per Fiktiv', 'per@example.no');
  await page.getByText(invite.mailFailedText).waitFor();
  await page.getByRole('button', { name: invite.doneShowing }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'Per Fiktiv' });
  await row.getByText(invite.mail.failed).waitFor();
  await expectAccessible(page, 'a mail that did not go');
  const back = await openPostOffice(Number(new URL(office.url).port));
  await row.getByRole('button', { name: invite.mailAgainLabel('Per Fiktiv') }).click();
  await row.getByText(invite.mail.sent).waitFor();
  expect(back.collect()[0]?.to).toEqual(['per@example.no']);

  await page.getByRole('button', { name: appointment.callOff }).click();
  // While the dialog fades in, nothing has its contrast.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  await expectAccessible(page, 'before it is called off');
  await page.getByRole('button', { name: appointment.callOffYes }).click();
  const cancelled = () => back.collect().filter(({ calendar }) => calendar.includes('METHOD:CANCEL'));
  let off = cancelled();
  await until(() => (off = [...off, ...cancelled()]).length === 2, 'both to be told');
}, 120_000);

test('where no mail goes, the page says so and asks for no address', async () => {
  const { sit } = await demo();
  const { page } = await sit('Kari', { screen: 'ward' });
  await page.getByRole('link', { name: nb.meeting.invite }).click();
  await page.getByText(invite.noMail).waitFor();
  expect(await page.getByLabel(invite.email).count()).toBe(0);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: appointment.calendar }).click();
  expect((await saving).suggestedFilename()).toBe('mote.ics');
}, 60_000);

test('the workspace beside a video scrolls to no side, in any of its views', async () => {
  const { sit, meeting } = await demo();
  const window = await sit('Kari', { screen: 'panel' });
  const { page } = window;
  const { template } = (await (await window.guest()).get(`/api/meetings/${meeting}`)).body as unknown as {
    template: { phases: { id: string }[] };
  };
  const beside = ['plan', 'enighet', 'inviter'].map((view) => `?vis=${view}`);
  const views = ['', ...beside, ...template.phases.map(({ id }) => `?punkt=${id}`)];
  const wide: string[] = [];
  for (const view of views) {
    await page.goto(`/meetings/${meeting}${view}`);
    await page.locator('h1').first().waitFor();
    await page.getByRole('link', { name: nb.meeting.leave }).waitFor();
    await page
      .getByText(nb.plan.loading)
      .filter({ visible: true })
      .first()
      .waitFor({ state: 'detached', timeout: 60_000 });
    const { page: content, window: screen } = await widths(page);
    if (content > screen) wide.push(`${view}: ${content} > ${screen}`);
  }
  expect(wide).toEqual([]);
  await expectAccessible(page, 'the narrow workspace');
}, 120_000);
