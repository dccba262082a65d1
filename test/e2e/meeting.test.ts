import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newRow, rowsRoot } from '#shared/plan/doc.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { sections } from '#shared/plan/sections.ts';
import { nb } from '#shared/words/nb/index.ts';
import { unsyncedPen } from '../support/pen.ts';
import { INVITED, prepareParts } from '../support/preparation.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';
import { expectAccessible, openBrowser, SCREENS, type Window } from '../support/windows.ts';

type Name = 'kari' | keyof typeof INVITED;
type Windows = Record<Name, Window>;

const STORY = 'Jeg vil hjem til mitt eget, og ha Bjørg på kaffe på fredager.';

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

/** Kari comes in by role, and makes a meeting from a template. */
async function makeMeeting({ page }: Window): Promise<string> {
  await expectAccessible(page, 'the start page');
  await page.getByLabel(nb.start.name).fill('Kari Nilsen');
  await page.getByRole('button', { name: nb.start.signIn }).click();
  await page.getByRole('link', { name: nb.start.newMeeting }).click();
  await page.getByRole('radio', { name: /Skrøpelig eldre/ }).check();
  await page.getByLabel(nb.newMeeting.patient).fill('Åse Fiktiv');
  await page.getByLabel(nb.newMeeting.birthYear).fill('1944');
  await page.getByLabel(nb.newMeeting.date).fill('2026-11-25');
  await page.getByLabel(nb.newMeeting.time).fill('13:00');
  await expectAccessible(page, 'a new meeting');
  await page.getByRole('button', { name: nb.newMeeting.create }).click();
  await page.waitForURL(/\/meetings\/[A-Za-z0-9_-]{22,}/);
  return /meetings\/([A-Za-z0-9_-]+)/.exec(page.url())?.[1] ?? '';
}

/** Kari invites each of them; each opens the link, twice, and uses it with the code. */
async function inviteAll(kari: Window, open: (screen: keyof typeof SCREENS, path?: string) => Promise<Window>) {
  const { page } = kari;
  await page.getByRole('link', { name: nb.meeting.invite }).click();
  const entries: [string, Window][] = [];
  for (const [key, { name, role, profession, screen }] of Object.entries(INVITED)) {
    await page.getByLabel(nb.invite.name).fill(name);
    await page.getByLabel(nb.start.role).selectOption({ label: nb.people.choice[role] });
    if (profession)
      await page.getByLabel(nb.start.profession).selectOption({ label: nb.people.profession[profession] });
    await page.getByRole('button', { name: nb.invite.make }).click();
    const made = page.getByRole('status').filter({ hasText: nb.invite.madeTitle(name) });
    const link = (await made.getByText(/\/join#/).textContent()) ?? '';
    const code = (await made.getByText(/^\d{3} \d{3}$/).textContent()) ?? '';
    await expectAccessible(page, `the invitation for ${name}`);
    await made.getByRole('button', { name: nb.invite.doneShowing }).click();
    entries.push([key, await join(await open(screen, link), code, link)]);
  }
  return Object.fromEntries(entries);
}

async function join(window: Window, code: string, link: string): Promise<Window> {
  const { page } = window;
  // Opening the link, also again, uses nothing up.
  await page.goto('about:blank');
  await page.goto(link);
  await expectAccessible(page, 'joining');
  await page.getByLabel(nb.join.code).fill(code);
  await page.getByRole('button', { name: nb.join.join }).click();
  await page.waitForURL(/\/meetings\//);
  expect(page.url()).not.toContain('#');
  return window;
}

/** Each party fills in its parts before the meeting; Åse and Line do it on their own screens. */
async function prepare({ kari, aase: patient, line, mona, per, jonas }: Windows, meeting: string): Promise<void> {
  const guests = { kari: kari.guest(), aase: patient.guest(), line: line.guest(), mona: mona.guest() };
  const [k, a, l, m, p, j] = await Promise.all([...Object.values(guests), per.guest(), jonas.guest()]);
  await prepareParts(meeting, { kari: k!, aase: a!, line: l!, mona: m!, per: p!, jonas: j! });

  await patient.page.getByText(nb.patient.waiting.notStarted).waitFor();
  await patient.page.getByRole('textbox', { name: sections.story.heading.nb }).fill(STORY);
  await expectAccessible(patient.page, "the patient's waiting room");
  await line.page.getByLabel(sections.kin.fields.can.label.nb).fill('Ligge over de to første nettene.');
  await expectAccessible(line.page, "kin's preparation");
  await saved(patient);
  await saved(line);
}

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
  expect(await card.getByRole('button').count()).toBe(0);

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
    .getByText(nb.missing.advice['not-settled'](`«${owner.label.nb}»`))
    .first()
    .waitFor();
  await hers.getByLabel(owner.label.nb).fill('Mona Hansen');
  await kari.page.getByText(nb.missing.none).first().waitFor();
}

/** Per objects; a change makes what was said lapse, for all to see; then everybody says yes. */
async function agree({ kari, aase: patient, line, mona, per, jonas }: Windows): Promise<void> {
  await goTo(kari, 'Oppsummering');
  for (const window of [mona, per]) await arrive(window, 'Oppsummering');
  await per.page.getByRole('radio', { name: nb.agreement.decision.object }).check();
  await per.page.getByRole('button', { name: nb.agreement.send, exact: true }).click();
  await per.page.getByText(nb.agreement.reasonMissing).waitFor();
  await per.page.getByLabel(nb.agreement.reason.object).fill('Jeg mangler dato for blodprøven.');
  await per.page.getByRole('button', { name: nb.agreement.send, exact: true }).click();
  await kari.page.getByText('Jeg mangler dato for blodprøven.').first().waitFor();
  await expectAccessible(per.page, 'agreement with an objection');

  await goTo(kari, 'Planen videre');
  const followup = kari.page.getByRole('region', { name: sections.followup.heading.nb });
  await followup.getByLabel(sections.followup.fields.where.label.nb).first().fill('hjemme, blodprøve 30.11.');
  await goTo(kari, 'Oppsummering');
  await per.page.getByText(nb.agreement.yourLapsed).waitFor();
  await kari.page.getByText(nb.agreement.lapsed).first().waitFor();

  for (const window of [per, mona, kari, line, jonas]) {
    await arrive(window, 'Oppsummering');
    await window.page.getByRole('radio', { name: nb.agreement.decision.agree }).check();
    await window.page
      .getByRole('button', { name: new RegExp(`^(${nb.agreement.send}|${nb.agreement.sendAgain})$`) })
      .click();
    await window.page.getByText(nb.agreement.yours(nb.agreement.said.agree)).waitFor();
  }
  await patient.page.getByRole('radio', { name: nb.patient.agree.meaning.agree }).check();
  await expectAccessible(patient.page, 'agreement as the patient sees it');
  await patient.page.getByRole('button', { name: nb.patient.agree.send }).click();
  await patient.page.getByText(nb.patient.agree.said.agree).waitFor();
}

/** Version 1 is made, and each takes it home in the form that they need. */
async function makeVersionAndExport({ kari, line }: Windows, meeting: string): Promise<void> {
  await kari.page.getByRole('button', { name: nb.agreement.makeVersion(1) }).click();
  await kari.page.getByRole('heading', { name: nb.agreement.version(1) }).waitFor();
  const download = kari.page.waitForEvent('download');
  await kari.page.getByRole('link', { name: nb.agreement.formats.pdf }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);

  const guest = await line.guest();
  const face = (format: string) => guest.get(`/api/meetings/${meeting}/versions/1/export?format=${format}`);
  const [text, fhir, json] = [await face('text'), await face('fhir'), await face('json')];
  for (const words of ['[Åse]', 'morgen, kveld og natt', 'Digitalt tilsyn klokka 02 og 05.']) {
    expect(text.text.replace(/\s+/g, ' ')).toContain(words);
    expect(fhir.text).toContain(words);
    expect(json.text).toContain(words);
  }
  expect(fhir.body['resourceType']).toBe('Bundle');
  expect((json.body['signatures'] as unknown[]).length).toBe(6);
}

const next = ({ page }: Window, title: string) => page.getByRole('button', { name: nb.meeting.next(title) }).click();

/** Takes everyone to a phase further on or back: the facilitator looks at it, and takes the others along. */
async function goTo({ page }: Window, title: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^\\d?\\s*${title}`) })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('button', { name: nb.meeting.takeAll }).click();
  await page.getByRole('button', { name: nb.meeting.takeAll }).waitFor({ state: 'detached' });
}

/** Whoever has the caret in a field is not moved, and comes along by the link; all others are there by themselves. */
async function arrive({ page }: Window, title: string): Promise<void> {
  const there = page.getByRole('heading', { level: 1, name: title });
  const link = page.getByRole('link', { name: nb.meeting.joinThere });
  await there.or(link).first().waitFor();
  if (await link.isVisible()) await link.click();
  await there.waitFor();
}

const saved = ({ page }: Window) => page.getByText(nb.plan.saving.saved, { exact: true }).first().waitFor();
