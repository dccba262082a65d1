import { expect } from 'vitest';
import { sections } from '#shared/plan/sections.ts';
import { INVITED, prepareParts } from '../support/preparation.ts';
import { expectAccessible, type SCREENS, type Window } from '../support/windows.ts';
import { tellStory } from './conversing.ts';
import { saved, type Windows } from './moving.ts';
import { nb } from '../support/speech.ts';

/** What Åse writes before the meeting. */
export const STORY = 'Jeg vil hjem til mitt eget, og ha Bjørg på kaffe på fredager.';

/** Kari comes in by role, and makes a meeting from a template. */
export async function makeMeeting({ page }: Window): Promise<string> {
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
export async function inviteAll(kari: Window, open: (screen: keyof typeof SCREENS, path?: string) => Promise<Window>) {
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
export async function prepare(
  { kari, aase: patient, line, mona, per, jonas }: Windows,
  meeting: string,
): Promise<void> {
  await prepareParts(meeting, {
    kari: await kari.guest(),
    aase: await patient.guest(),
    line: await line.guest(),
    mona: await mona.guest(),
    per: await per.guest(),
    jonas: await jonas.guest(),
  });

  await patient.page.getByText(nb.patient.waiting.notStarted).waitFor();
  await expectAccessible(patient.page, "the patient's waiting room");
  await tellStory(patient.page, STORY);
  await line.page.getByLabel(sections.kin.fields.can.label.nb).fill('Ligge over de to første nettene.');
  await expectAccessible(line.page, "kin's preparation");
  await saved(patient);
  await saved(line);
}
