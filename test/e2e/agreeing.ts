import { expect } from 'vitest';
import { sections } from '#shared/plan/sections.ts';
import { expectAccessible } from '../support/windows.ts';
import { arrive, goTo, type Windows } from './moving.ts';
import { nb } from '../support/speech.ts';

/** Per objects; a change makes what was said lapse, for all to see; then everybody says yes. */
export async function agree({ kari, aase: patient, line, mona, per, jonas }: Windows): Promise<void> {
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
  await per.page.getByRole('heading', { name: nb.signing.since }).waitFor();
  await kari.page.getByText(nb.signing.changedAfter).first().waitFor();

  for (const window of [per, mona, kari, line, jonas]) {
    await arrive(window, 'Oppsummering');
    // Whoever has answered before says so of the whole plan anew.
    const again = window.page.getByRole('button', { name: nb.agreement.change });
    await again
      .or(window.page.getByRole('radio', { name: nb.agreement.decision.agree }))
      .first()
      .waitFor();
    if (await again.isVisible()) await again.click();
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
export async function makeVersionAndExport({ kari, line }: Windows, meeting: string): Promise<void> {
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
