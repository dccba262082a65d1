import { expect, test } from 'vitest';
import { sections } from '#shared/plan/sections.ts';
import { nb } from '../support/speech.ts';
import { expectAccessible } from '../support/windows.ts';
import { goToStep } from './conversing.ts';
import { card, demo, fieldOf } from './sitting.ts';
import { saved } from './moving.ts';

const { behalf, people } = nb;
const line = behalf.person('Line', people.role.kin);

test('what kin write for the patient says so, before and after, to everyone and row by row', async () => {
  const { sit } = await demo();
  const [kin, patient, kari] = [
    await sit('Line', { screen: 'phone', point: 'what-matters' }),
    await sit('Åse', { screen: 'tablet', point: 'what-matters' }),
    await sit('Kari', { screen: 'ward', point: 'what-matters' }),
  ];
  const warned = (page: typeof kin.page) => page.getByText(behalf.youWrite('Åse'));
  await warned(kin.page).first().waitFor();
  await warned(kari.page).first().waitFor();
  expect(await warned(patient.page).count(), 'the patient writes for herself').toBe(0);

  await fieldOf(kin.page, 'story').pressSequentially('Hun savner hagen. ');
  await saved(kin);
  await card(kari.page, 'story')
    .getByText(behalf.with(`Åse og ${line}`))
    .waitFor();
  // Before the meeting, her own words stand in the conversation.
  await goToStep(patient.page, 'story');
  await patient.page
    .getByText(behalf.with(`Du og ${line}`))
    .first()
    .waitFor();

  await card(kin.page, 'goals')
    .getByRole('button', { name: nb.plan.addRowOf.goals ?? '' })
    .click();
  await card(kin.page, 'goals').getByLabel(sections.goals.fields.activity.label.nb).last().fill('Gå i hagen');
  await saved(kin);
  const rows = card(kari.page, 'goals').locator('[data-row]');
  await rows.last().getByText(behalf.for(line, 'Åse')).waitFor();
  expect(await rows.first().locator('[data-pen]').count(), 'Åse wrote the first herself').toBe(0);
  for (const [name, window] of Object.entries({ kin, patient, kari })) await expectAccessible(window.page, name);
}, 90_000);
