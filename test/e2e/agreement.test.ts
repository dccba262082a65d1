import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { newRow, rowsRoot, textRoot } from '#shared/plan/doc.ts';
import { sections, type SectionKey } from '#shared/plan/sections.ts';
import { agreementOf, changing, makeVersion, sign } from '../support/agreed.ts';
import { cookiesOf } from '../support/everyPage.ts';
import { signedIn, type Guest } from '../support/guest.ts';
import { someone, writtenBy, type Held } from '../support/held.ts';
import { Keyboard } from '../support/keyboard.ts';
import { pen } from '../support/pen.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { nb } from '../support/speech.ts';
import { expectAccessible, openBrowser, type SCREENS } from '../support/windows.ts';

const { signing, agreement, changes } = nb;
const NEEDS = sections.needs.heading.nb;
const TASK = 'Trening med fysioterapeut i kommunen';

/** Åse's whole plan in a meeting that Kari leads, and a way to sit down in it. */
async function written() {
  const { url } = await startProgram(await dataFolder());
  const { open, thrown } = await openBrowser(url);
  onTestFinished(() => expect(thrown).toEqual([]));
  const { meeting, people } = await writtenBy(await signedIn(url, someone('kari')), 'kari');
  const needs = await pen(people.kari, meeting, 'needs');
  return {
    ...{ meeting, people },
    /** Kari puts words at the beginning of the needs. */
    adding: (words: string) =>
      changing(people.kari, meeting, 'needs', () => textRoot(needs.doc).insert(0, `${words} `)),
    sit: async (guest: Guest, screen: keyof typeof SCREENS, search = '?vis=enighet'): Promise<Page> => {
      const { page } = await open(screen, '/favicon.svg');
      await page.context().addCookies(cookiesOf(guest));
      await page.goto(`/meetings/${meeting}${search}`);
      return page;
    },
  };
}

const say = (page: Page, decision: keyof typeof agreement.decision) =>
  page.getByRole('radio', { name: agreement.decision[decision] }).check();
const send = (page: Page) =>
  page.getByRole('button', { name: new RegExp(`^(${agreement.send}|${agreement.sendAgain})$`) }).click();
const since = (page: Page) => page.getByRole('region', { name: signing.since });
/** Somebody among the answers. */
const answers = (page: Page, name: string) =>
  page.getByRole('region', { name: agreement.listTitle }).getByRole('listitem').filter({ hasText: name });

/** Mona says yes to all and takes on a task, Per says yes to two parts, Kari to all by keyboard. */
async function signAll({ mona, per, kari }: Record<'mona' | 'per' | 'kari', Page>): Promise<void> {
  await say(mona, 'agree');
  await mona.getByRole('group', { name: signing.takeOn.many }).getByRole('checkbox', { name: TASK }).check();
  await send(mona);
  await say(per, 'agree');
  await per.getByText(signing.about).click();
  for (const key of ['needs', 'services'] satisfies SectionKey[])
    await per.getByRole('checkbox', { name: sections[key].heading.nb, exact: true }).check();
  await expectAccessible(per, 'signing parts, in a panel');
  await send(per);
  const keyboard = new Keyboard(kari);
  await keyboard.choose(kari.getByRole('radio', { name: agreement.decision.agree }));
  await keyboard.press(kari.getByRole('button', { name: agreement.send, exact: true }));
  for (const page of [mona, kari]) await page.getByText(agreement.yours(agreement.said.agree)).waitFor();
  await per.getByText(signing.yoursIn(agreement.said.agree, nb.people.and(['Behov', 'Kommunens tjenester']))).waitFor();
  expect([...keyboard.found]).toEqual([]);
}

test('exactly what was changed lapses on every screen; it is shown, and said anew by one button', async () => {
  const { meeting, people, sit, adding } = await written();
  await sign(people.line, meeting, { sections: ['goals'] });
  const [mona, per, kari] = [
    await sit(people.mona, 'ward'),
    await sit(people.per, 'panel'),
    await sit(people.kari, 'ward'),
  ];
  await signAll({ mona, per, kari });

  await adding('Følge til legen.');
  for (const page of [mona, per, kari]) {
    await since(page).getByText('Følge til legen.').waitFor();
    await since(page)
      .getByText(changes.by(changes.person('Kari Nilsen', nb.people.role.hospital)))
      .waitFor();
    expect(await since(page).getByRole('heading', { level: 3 }).allTextContents()).toEqual([NEEDS]);
    await answers(page, 'Kari Nilsen').getByText(signing.changedIn(NEEDS)).waitFor();
    await answers(page, 'Per Berg').getByText(signing.changedIn(NEEDS)).waitFor();
  }
  expect(await answers(mona, 'Line').getByText(signing.changedAfter).count(), 'hers is about another part').toBe(0);
  await expectAccessible(mona, 'what was changed since one answered');

  const keyboard = new Keyboard(mona);
  await keyboard.press(mona.getByRole('button', { name: signing.renew }));
  await since(mona).waitFor({ state: 'detached' });
  await mona.getByText(agreement.yours(agreement.said.agree)).waitFor();
  await answers(kari, 'Mona').getByText(agreement.aboutParts(NEEDS)).waitFor();
  await since(kari).waitFor();
  const { tasks } = await agreementOf(people.kari, meeting);
  expect(tasks.find(({ what }) => what === TASK)?.takenBy, 'the rest stands').toHaveLength(1);

  await per.getByRole('button', { name: signing.otherwise }).click();
  await since(per).getByRole('radio', { name: agreement.decision.object }).check();
  await per.getByLabel(agreement.reason.object).fill('Det er for lite.');
  await send(per);
  await answers(kari, 'Per Berg').getByText('Det er for lite.').waitFor();
  const whole = kari.getByRole('group').filter({ has: kari.getByText(signing.parts, { exact: true }) });
  await whole.getByText(signing.parts, { exact: true }).click();
  await whole.getByText(NEEDS, { exact: true }).click();
  await whole.getByText(signing.reason('Det er for lite.')).waitFor();
  await kari.getByText(signing.promises).click();
  await kari.getByText(signing.takenBy('Mona Hansen')).waitFor();
  await expectAccessible(kari, 'part by part, and who takes on what');
}, 120_000);

/** Everybody says yes to the needs as they are now, and a version is made. */
async function agreeAgain({ kari, mona, per, aase }: Held, meeting: string): Promise<void> {
  for (const guest of [kari, mona, per, aase]) await sign(guest, meeting, { sections: ['needs'] });
  await makeVersion(kari, meeting);
}

test('versions stand beside what is written now, are compared with any other, and added to', async () => {
  const { meeting, people, sit, adding } = await written();
  const { kari, mona, per, aase } = people;
  for (const guest of [kari, mona, per, aase]) await sign(guest, meeting);
  const page = await sit(kari, 'ward');
  await page.getByRole('button', { name: agreement.makeVersion(1) }).click();
  await page.getByRole('heading', { name: agreement.version(1) }).waitFor();
  await adding('Følge til legen.');
  await page.getByText(signing.draft(2)).waitFor();
  await agreeAgain(people, meeting);
  await page.getByRole('heading', { name: agreement.version(2) }).waitFor();
  expect(await page.getByText(signing.draft(3)).count(), 'nothing was changed since').toBe(0);
  await adding('Og hjelp til dusj.');

  await page.getByText(signing.compare, { exact: true }).last().click();
  const choice = page.getByLabel(signing.compareWith).last();
  await new Keyboard(page).pick(choice, signing.versionNumber(2));
  await page.getByText(signing.difference(signing.versionNumber(1), signing.versionNumber(2))).waitFor();
  const difference = page.getByRole('heading', { level: 4, name: NEEDS }).locator('xpath=../..');
  await difference.getByText('Følge til legen.').waitFor();
  expect(await difference.getByText('Og hjelp til dusj.').count(), 'that came later').toBe(0);
  await choice.selectOption({ label: signing.now });
  await difference.getByText('Og hjelp til dusj.').waitFor();
  await expectAccessible(page, 'a comparison of versions');

  await page.getByText(signing.add).last().click();
  await page.getByLabel(signing.addLabel).last().fill('Blodprøven er tatt.');
  await page.getByRole('button', { name: signing.addSend, exact: true }).last().dblclick();
  await page.getByRole('listitem').filter({ hasText: 'Blodprøven er tatt.' }).waitFor();
  const { versions } = await agreementOf(kari, meeting);
  expect(versions.map(({ addenda }) => addenda.map(({ words }) => words))).toEqual([['Blodprøven er tatt.'], []]);
}, 120_000);

test('the patient is told in a few plain lines what was changed, and takes on what she does herself', async () => {
  const { meeting, people, sit, adding } = await written();
  const treatment = await pen(people.kari, meeting, 'treatment');
  const own = { action: 'Gå en tur hver dag', owner: 'Åse Fiktiv', due: '2026-12-01' };
  await changing(people.kari, meeting, 'treatment', () =>
    rowsRoot(treatment.doc).push([newRow(sections.treatment.fields, 'own-walk', own)]),
  );
  await sign(people.aase, meeting);
  for (const guest of [people.kari, people.mona, people.per]) await sign(guest, meeting);
  await makeVersion(people.kari, meeting);
  await adding('Følge til legen.');

  const page = await sit(people.aase, 'tablet', '');
  await page.getByText(nb.patient.agree.lapsed).waitFor();
  await page.getByText(changes.patient.has('Sykehuset', NEEDS)).waitFor();
  await page.getByText('Nytt: «Følge til legen.»').waitFor();
  await page.getByRole('radio', { name: nb.patient.agree.meaning.agree }).check();
  await page.getByRole('checkbox', { name: own.action }).check();
  await expectAccessible(page, 'what was changed, as the patient sees it');
  await page.getByRole('button', { name: nb.patient.agree.send }).click();
  await page.getByText(nb.patient.agree.said.agree).waitFor();
  const { tasks, signatures } = await agreementOf(people.kari, meeting);
  const her = signatures.find(({ role }) => role === 'patient')?.participant;
  expect(tasks.find(({ what }) => what === own.action)?.takenBy).toEqual([her]);
}, 120_000);
