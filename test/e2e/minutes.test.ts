import { expect, test } from 'vitest';
import { expectAccessible } from '../support/windows.ts';
import { demo } from './sitting.ts';
import { nb } from '../support/speech.ts';

const { minutes } = nb;

test('the minutes write themselves while the meeting goes on, can be copied, and the patient reads them in few words', async () => {
  const { sit } = await demo();
  const { page: kari } = await sit('Kari', { screen: 'ward' });
  const { page: patient } = await sit('Åse', { screen: 'tablet' });
  await kari.context().grantPermissions(['clipboard-read', 'clipboard-write']);

  await kari.getByRole('link', { name: minutes.title, exact: true }).click();
  await kari.getByRole('heading', { level: 1, name: minutes.title }).waitFor();
  expect(new URL(kari.url()).searchParams.get('vis')).toBe('referat');
  await kari.getByText(minutes.notBegun).waitFor();
  await kari.getByText(minutes.made).waitFor();

  const { page: again } = await sit('Kari', { screen: 'ward' });
  await again.getByRole('button', { name: nb.meeting.start }).click();
  const course = kari.getByRole('region', { name: minutes.headings.phases });
  await course.getByText('Velkommen').waitFor();
  await kari.getByRole('region', { name: minutes.headings.present }).getByText('Åse Fiktiv, pasient').waitFor();
  await kari
    .getByRole('region', { name: minutes.headings.notAgreed })
    .getByText('De første nettene', { exact: true })
    .waitFor();
  await expectAccessible(kari, 'the minutes of a meeting that is on');

  await kari.getByRole('button', { name: minutes.copy }).click();
  await kari.getByRole('status').getByText(minutes.copied).waitFor();
  const copied = await kari.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(minutes.headings.phases);
  expect(copied.split('\n').filter((line) => line.length > 80)).toEqual([]);

  await patient.goto(`${new URL(patient.url()).pathname}?vis=referat`);
  await patient.getByRole('heading', { level: 1, name: minutes.patient.title }).waitFor();
  await patient.getByRole('region', { name: minutes.patient.headings.tasks }).getByText('Larvik kommune').waitFor();
  await expectAccessible(patient, 'the minutes as the patient reads them');
  expect(await patient.getByText(minutes.headings.phases).count(), 'few words').toBe(0);
}, 60_000);
