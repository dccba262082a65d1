import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newRow, rowsRoot } from '#shared/plan/doc.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { sections } from '#shared/plan/sections.ts';
import { unsyncedPen } from '../support/pen.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';
import { expectAccessible, openBrowser } from '../support/windows.ts';
import { agree, makeVersionAndExport } from './agreeing.ts';
import { inviteAll, makeMeeting, prepare, STORY } from './comingIn.ts';
import { goTo, next, saved, type Windows } from './moving.ts';
import { nb } from '../support/speech.ts';

describe('the main job', () => {
  test('five people meet, write one plan at once, disagree, agree, and take it to their journals', async () => {
    const { url } = await startProgram(await dataFolder());
    const { open, thrown } = await openBrowser(url);

    const kari = await open('ward');
    const meeting = await makeMeeting(kari);
    const windows = { kari, ...(await inviteAll(kari, open)) } as Windows;
    await prepare(windows, meeting);
    await startAndFollow(windows);
    await writeTogether(windows);
    await typeWhileTheMeetingMovesOn(windows);
    await refuseTheHospitalInServices(windows, meeting);
    await disagree(windows);
    await agree(windows);
    await makeVersionAndExport(windows, meeting);

    for (const [name, { page }] of Object.entries(windows)) await expectAccessible(page, `${name}, at the end`);
    expect(thrown).toEqual([]);
  }, 240_000);
});

/** Kari starts; all screens follow to the phase, and count down together. */
async function startAndFollow({ kari, aase: patient, mona, line }: Windows): Promise<void> {
  await kari.page.getByRole('button', { name: nb.meeting.start }).click();
  const welcome = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  for (const { page } of [kari, mona]) await welcome(page, 'Velkommen');
  // Both still have the caret in what they wrote: they are told, and go when they are ready.
  await line.page.getByRole('link', { name: nb.meeting.joinThere }).click();
  await welcome(line.page, 'Velkommen');
  await patient.page.getByRole('link', { name: nb.patient.goThere }).click();
  await welcome(patient.page, 'Velkommen til møtet om deg');
  for (const { page } of [kari, mona])
    await page
      .getByText(/[23] min igjen/)
      .first()
      .waitFor();
  await next(kari, 'Hva er viktig for deg?');
  await patient.page.getByRole('heading', { level: 1, name: 'Hva er viktig for deg?' }).waitFor();
  await expectAccessible(patient.page, "the patient's page in the meeting");
  await expectAccessible(kari.page, 'the meeting page');
}

/** Three write in one text at the same time; everybody's words are there, and carets carry names. */
async function writeTogether({ kari, aase: patient, line, mona }: Windows): Promise<void> {
  const story = sections.story.heading.nb;
  const fields = [patient, line, kari].map(({ page }) => page.getByRole('textbox', { name: story }));
  const words = ['[Åse]', '[Line]', '[Kari]'];
  // At the end, at the beginning and in between: where two write at one spot, their letters may well stand mixed.
  const places = [STORY.length, 0, 'Jeg vil hjem'.length];
  await Promise.all(
    fields.map(async (field, index) => {
      await field.focus();
      await field.evaluate((element, at) => (element as HTMLTextAreaElement).setSelectionRange(at, at), places[index]);
      await field.pressSequentially(words[index] ?? '', { delay: 15 });
    }),
  );
  for (const field of fields)
    await until(async () => {
      const text = await field.inputValue();
      return ['mitt eget', ...words].every((word) => text.includes(word));
    }, 'everybody to see all words');
  const hers = mona.page.getByRole('textbox', { name: story });
  await until(async () => (await hers.inputValue()).includes('[Åse]'), 'Mona to see what Åse wrote');
  await kari.page.getByText(/^(Åse og Line|Line og Åse) skriver her nå$/).waitFor();
  await expectAccessible(kari.page, 'several carets in one text');
  await saved(patient);
}

/** Per types while the meeting goes on: his caret stays, and he is told where the others are. */
async function typeWhileTheMeetingMovesOn({ kari, per, mona }: Windows): Promise<void> {
  const field = per.page.getByRole('textbox', { name: sections.story.heading.nb });
  await field.focus();
  await field.press('Control+End');
  await field.pressSequentially(' [Per');
  await next(kari, 'Hvordan går det nå?');
  await mona.page.getByRole('heading', { level: 1, name: 'Hvordan går det nå?' }).waitFor();
  await per.page.getByText(nb.meeting.alone('Hvordan går det nå?')).waitFor();
  await field.pressSequentially(']');
  expect(await field.inputValue()).toContain('[Per]');
  await per.page.getByRole('link', { name: nb.meeting.joinThere }).click();
  await per.page.getByRole('heading', { level: 1, name: 'Hvordan går det nå?' }).waitFor();
}

/** The hospital sees the services and cannot write them: not on screen, and not by bytes. */
async function refuseTheHospitalInServices({ kari, mona, aase: patient }: Windows, meeting: string): Promise<void> {
  await goTo(kari, 'Hjelp hjemme');
  const title = sections.services.heading.nb;
  const card = kari.page.getByRole('region', { name: title });
  await card.getByText('Bare kommunen skriver').waitFor();
  expect(await card.getByRole('textbox').count()).toBe(0);
  expect(await card.locator('button:not([data-explained] *)').count()).toBe(0);

  const guest = await kari.guest();
  const servicesNow = async () =>
    ((await guest.get(`/api/meetings/${meeting}/plan`)).body as unknown as Plan).services.map(({ extent }) => extent);
  const before = await servicesNow();
  const intruder = unsyncedPen(guest, meeting, 'services');
  await until(() => intruder.provider.synced, 'the services to be read');
  let denied = '';
  intruder.provider.messageHandlers[2] = () => (denied = 'denied');
  rowsRoot(intruder.doc).push([
    newRow(sections.services.fields, crypto.randomUUID(), { extent: 'lovet av sykehuset' }),
  ]);
  await until(() => denied !== '', 'the refusal');
  expect(await servicesNow()).toEqual(before);

  await mona.page.getByRole('heading', { level: 1, name: 'Hjelp hjemme' }).waitFor();
  const services = mona.page.getByRole('region', { name: title });
  await services.getByLabel(sections.services.fields.extent.label.nb).first().fill('morgen, kveld og natt');
  await card.getByText('morgen, kveld og natt').waitFor();
  await patient.page.getByRole('link', { name: nb.patient.goThere }).click();
  await patient.page.getByText('morgen, kveld og natt').first().waitFor();
  await expectAccessible(mona.page, 'the services as the municipality sees them');
}

/** They disagree about the nights; it is written down, and somebody owns it before there can be agreement. */
async function disagree({ kari, mona }: Windows): Promise<void> {
  const { topic, hospitalView, municipalityView, owner } = sections.disagreements.fields;
  const title = sections.disagreements.heading.nb;
  const his = kari.page.getByRole('region', { name: title });
  await his.getByRole('button', { name: nb.plan.addRowOf.disagreements ?? nb.plan.addRow }).click();
  await his.getByLabel(topic.label.nb).fill('Natt');
  await his.getByLabel(hospitalView.label.nb).fill('Hun bør ikke være alene de første nettene.');
  const hers = mona.page.getByRole('region', { name: title });
  await hers.getByLabel(municipalityView.label.nb).fill('Digitalt tilsyn klokka 02 og 05.');
  await kari.page
    .getByText(nb.missing.say.disagreements?.['not-settled']?.({ labels: `«${owner.label.nb}»`, value: '' }) ?? '')
    .first()
    .waitFor();
  await hers.getByLabel(owner.label.nb).fill('Mona Hansen');
  await kari.page.getByText(nb.missing.none).first().waitFor();
}
