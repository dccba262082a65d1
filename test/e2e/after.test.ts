import { expect, onTestFinished, test } from 'vitest';
import { sections } from '#shared/plan/sections.ts';
import { agree, someone, writtenBy } from '../support/held.ts';
import { Guest } from '../support/guest.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { expectAccessible, openBrowser, type Window } from '../support/windows.ts';
import { card } from './sitting.ts';
import { nb } from '../support/speech.ts';

const VISIT = 'Hjemmebesøk av sykepleier';
const TRAINING = 'Første trening';
const PROMISES = 'Hva lovte vi, og hva skjedde?';

/** The window is somebody's who came in on the wire. */
async function becomes({ page }: Window, guest: Guest): Promise<void> {
  const [name = '', value = ''] = guest.cookie.split('=');
  await page.context().addCookies([{ name, value, url: guest.url }]);
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
  await mona.page.goto('/');
  return { meeting, maker, mona: mona.page, patient: patient.page };
}

test('after the meeting one says what became of a promise, and the next meeting begins with it', async () => {
  const { meeting, mona: page, patient } = await agreedAtMonas();
  await page.getByRole('link', { name: nb.overview.title }).click();
  await page.getByRole('heading', { name: nb.overview.promised }).waitFor();
  const mine = page.getByRole('region', { name: nb.tasks.mine });
  const task = (what: string) => mine.getByRole('listitem').filter({ hasText: what });
  await expectAccessible(page, 'the overview');

  await task(VISIT).getByRole('button', { name: nb.tasks.deeds.partly }).click();
  await task(VISIT).getByText(nb.tasks.states.partly, { exact: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(nb.tasks.states.partly);
  await task(VISIT).getByLabel(nb.tasks.words).fill('Kom en dag senere');
  await task(VISIT).getByRole('button', { name: nb.tasks.saveWords }).click();
  await task(VISIT).getByText('Kom en dag senere').waitFor();
  await task(TRAINING).getByRole('button', { name: nb.tasks.deeds.notDone }).click();
  await task(TRAINING)
    .getByRole('button', { name: nb.tasks.undoLabel(TRAINING) })
    .click();
  await task(TRAINING).getByRole('button', { name: nb.tasks.deeds.done, exact: true }).waitFor();
  await expectAccessible(page, 'the overview with something told');

  await patient.goto(`/meetings/${meeting}`);
  await patient.getByRole('heading', { name: nb.tasks.patientTitle, exact: true }).waitFor();
  await patient.getByText('Kom en dag senere').waitFor();
  await expectAccessible(patient, 'who does what, for the patient');

  await task(VISIT)
    .getByRole('link', { name: nb.tasks.about('Åse Fiktiv') })
    .click();
  await page.getByRole('heading', { name: nb.tasks.title, exact: true }).waitFor();
  await page.getByText('Kom en dag senere').waitFor();
  await page.getByText(nb.tasks.next.open).click();
  await page.getByRole('button', { name: nb.tasks.next.make }).click();
  await page.getByText(nb.tasks.next.startsAt).waitFor();
  await expectAccessible(page, 'planning the next meeting');
  await page.getByLabel(nb.newMeeting.date, { exact: true }).fill('2090-01-16');
  await page.getByLabel(nb.newMeeting.time, { exact: true }).fill('12:30');
  await page.getByRole('button', { name: nb.tasks.next.make }).click();

  await page.getByRole('heading', { name: nb.tasks.earlier.title('25.11.') }).waitFor();
  await expectAccessible(page, 'those who were there before');
  await page.getByRole('button', { name: nb.tasks.earlier.inviteLabel('Åse Fiktiv') }).click();
  await page.getByText(nb.invite.madeTitle('Åse Fiktiv')).waitFor();
  await page.getByRole('button', { name: nb.tasks.earlier.inviteLabel('Åse Fiktiv') }).waitFor({ state: 'detached' });

  await page
    .getByRole('link', { name: new RegExp(PROMISES.slice(0, 14)) })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: PROMISES }).waitFor();
  await page.getByText('fra møtet 25.11.').first().waitFor();
  const promises = card(page, 'promises');
  await promises.getByText(VISIT).first().waitFor();
  const values = await promises
    .getByRole('textbox')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
  expect(values).toContain('Kom en dag senere');
  expect(
    await promises
      .getByRole('radio', { name: sections.promises.fields.happened.options.partly.nb, checked: true })
      .count(),
  ).toBe(1);
  await expectAccessible(page, 'what was promised');

  await page.goto('/overview');
  await page
    .getByRole('link', { name: nb.overview.meeting('Åse Fiktiv') })
    .first()
    .waitFor();
  await page.getByRole('link', { name: nb.overview.missingIn('Åse Fiktiv') }).waitFor();
}, 180_000);
