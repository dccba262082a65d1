import { expect, onTestFinished, test } from 'vitest';
import { hashOf } from '#server/agreement/freeze.ts';
import { aase } from '#server/demo/aase.ts';
import { writePart } from '#shared/plan/doc.ts';
import { sections, type SectionKey } from '#shared/plan/sections.ts';
import { Guest, joined } from '../support/guest.ts';
import { planOf, someone, type Held } from '../support/held.ts';
import { Keyboard } from '../support/keyboard.ts';
import { pen } from '../support/pen.ts';
import { prepareParts } from '../support/preparation.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { nb } from '../support/speech.ts';
import { until } from '../support/until.ts';
import { openBrowser, type SCREENS, type Window } from '../support/windows.ts';

const STORY = 'Jeg vil hjem til mitt eget.';
type Open = (screen: keyof typeof SCREENS, path?: string) => Promise<Window>;
/** Kari at the ward and Åse at home. */
type Two = Record<'kari' | 'patient', Keyboard>;

test('the whole main job is done by keyboard alone, by the nurse who leads and by the patient', async () => {
  const { url } = await startProgram(await dataFolder());
  const { open, thrown } = await openBrowser(url);
  onTestFinished(() => expect(thrown).toEqual([]));
  const ward = await open('ward');
  const kari = new Keyboard(ward.page);
  await skipToContent(kari);
  const meeting = await makeMeeting(kari);
  const home = await comeIn(await inviteBy(kari, 'Åse Fiktiv'), open);
  const patient = new Keyboard(home.page);
  const kin = await inviteBy(kari, 'Line Fiktiv', 'kin');
  await tellStory(patient);
  const people = await theRest({ kari: await ward.guest(), aase: await home.guest() }, meeting, kin);
  await meet({ kari, patient });
  await signAndTakeHome({ kari, patient }, people, meeting);
  expect([...kari.found], 'where Kari’s focus came').toEqual([]);
  expect([...patient.found], 'where Åse’s focus came').toEqual([]);
}, 180_000);

/** The first stop of a page leads past its header. */
async function skipToContent({ page }: Keyboard): Promise<void> {
  await page.locator('h1').waitFor();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: nb.frame.skip });
  expect(await skip.evaluate((one) => one === document.activeElement)).toBe(true);
  await until(async () => ((await skip.boundingBox())?.height ?? 0) > 24, 'the link to be seen');
  await page.keyboard.press('Enter');
  await atContent({ page });
}

const atContent = ({ page }: Pick<Keyboard, 'page'>) =>
  until(() => page.evaluate(() => document.activeElement?.id === 'main'), 'the focus to be in the content');

async function makeMeeting(kari: Keyboard): Promise<string> {
  const { page } = kari;
  await kari.write(page.getByLabel(nb.start.name), 'Kari Nilsen');
  await kari.press(page.getByRole('button', { name: nb.start.signIn }));
  await kari.press(page.getByRole('link', { name: nb.start.newMeeting }));
  await kari.choose(page.getByRole('radio', { name: /Skrøpelig eldre/ }));
  await kari.write(page.getByLabel(nb.newMeeting.patient), 'Åse Fiktiv');
  await kari.write(page.getByLabel(nb.newMeeting.birthYear), '1944');
  await kari.writeWhen(page.getByLabel(nb.newMeeting.date), '2026-11-25', ['25112026', '11252026', '20261125']);
  await kari.writeWhen(page.getByLabel(nb.newMeeting.time), '13:00', ['1300', '0100PM']);
  await kari.press(page.getByRole('button', { name: nb.newMeeting.create }));
  await page.waitForURL(/\/meetings\/[A-Za-z0-9_-]{22,}/);
  return /meetings\/([A-Za-z0-9_-]+)/.exec(page.url())?.[1] ?? '';
}

async function inviteBy(kari: Keyboard, name: string, role?: 'kin'): Promise<{ link: string; code: string }> {
  const { page } = kari;
  await kari.press(page.getByRole('link', { name: nb.meeting.invite }));
  // Also where that is the page one is on: the focus goes to its beginning, and must not do so in the middle of a name.
  await atContent(kari);
  await kari.write(page.getByLabel(nb.invite.name), name);
  if (role) await kari.pick(page.getByLabel(nb.start.role), nb.people.choice[role]);
  await kari.press(page.getByRole('button', { name: nb.invite.make }));
  const made = page.getByRole('status').filter({ hasText: nb.invite.madeTitle(name) });
  const link = (await made.getByText(/\/join#/).textContent()) ?? '';
  const code = ((await made.getByText(/^\d{3} \d{3}$/).textContent()) ?? '').replace(' ', '');
  await kari.press(made.getByRole('button', { name: nb.invite.doneShowing }));
  return { link, code };
}

async function comeIn({ link, code }: { link: string; code: string }, open: Open): Promise<Window> {
  const window = await open('tablet', link);
  const keyboard = new Keyboard(window.page);
  await keyboard.write(window.page.getByLabel(nb.join.code), code);
  await window.page.keyboard.press('Enter');
  await window.page.waitForURL(/\/meetings\//);
  expect([...keyboard.found], 'where the focus came on the way in').toEqual([]);
  return window;
}

/** Through the conversation, step by step, to one's own story. */
async function tellStory(patient: Keyboard): Promise<void> {
  const { page } = patient;
  const { card, welcome, themes, story, next, skip, later } = nb.conversation;
  await patient.press(page.getByRole('link', { name: card.begin }));
  await patient.press(page.getByRole('button', { name: welcome.begin }));
  await patient.write(page.getByRole('textbox', { name: themes.people.question }), 'Bjørg');
  await patient.press(page.getByRole('button', { name: next, exact: true }));
  for (const theme of ['doing', 'health', 'joy'] as const) {
    await page.getByRole('heading', { level: 1, name: themes[theme].question }).waitFor();
    await patient.press(page.getByRole('button', { name: skip, exact: true }), 'Space');
  }
  await patient.write(page.getByRole('textbox', { name: story.question }), STORY);
  await page.getByText(nb.plan.saving.saved, { exact: true }).first().waitFor();
  await patient.press(page.getByRole('link', { name: later }));
  await page.getByText(nb.patient.waiting.notStarted).waitFor();
}

/** Everybody else comes, and writes what is theirs, over the wire. */
async function theRest(
  here: Pick<Held, 'kari' | 'aase'>,
  meeting: string,
  kin: { link: string; code: string },
): Promise<Held> {
  const line = new Guest(here.kari.url);
  await line.post('/api/invitations/redeem', { token: kin.link.split('#')[1], code: kin.code });
  const comes = (key: 'mona' | 'per' | 'jonas') => joined(here.kari, meeting, someone(key));
  const people: Held = {
    ...here,
    line,
    mona: await comes('mona'),
    per: await comes('per'),
    jonas: await comes('jonas'),
  };
  await prepareParts(meeting, people);
  const left: [SectionKey, Guest][] = [
    ['kin', people.line],
    ['disagreements', people.kari],
    ['conversation.confirmed', people.aase],
  ];
  for (const [key, guest] of left) writePart(key, (await pen(guest, meeting, key)).doc, aase.plan[key]);
  return people;
}

/** Kari leads, Åse says that she wants to say something, and Kari writes. */
async function meet({ kari, patient }: Two): Promise<void> {
  const { page } = kari;
  const heading = 'Hva er viktig for deg?';
  await kari.press(page.getByRole('button', { name: nb.meeting.start }));
  await patient.page.getByRole('heading', { level: 1, name: 'Velkommen til møtet om deg' }).waitFor();
  await kari.press(page.getByRole('button', { name: nb.meeting.next(heading) }), 'Space');
  await patient.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await patient.press(patient.page.getByRole('button', { name: nb.patient.signal.hand }), 'Space');
  await kari.press(page.getByRole('list', { name: nb.leading.hands }).getByRole('button'));
  const story = page.getByRole('textbox', { name: sections.story.heading.nb });
  await kari.write(story, 'Og spille kort. ');
  const hers = patient.page.getByRole('textbox', { name: sections.story.heading.nb });
  await until(async () => (await hers.inputValue()).includes('Og spille kort.'), 'Åse to see what Kari wrote');
  await kari.press(page.getByRole('button', { name: nb.meeting.sumUp }));
}

/** Both sign by keyboard and the others on the wire; version 1 is made and downloaded. */
async function signAndTakeHome({ kari, patient }: Two, people: Held, meeting: string): Promise<void> {
  const [{ page }, { page: hers }] = [kari, patient];
  await patient.choose(hers.getByRole('radio', { name: nb.patient.agree.meaning.agree }));
  await patient.press(hers.getByRole('button', { name: nb.patient.agree.send }));
  await hers.getByText(nb.patient.agree.said.agree).waitFor();
  await kari.choose(page.getByRole('radio', { name: nb.agreement.decision.agree }));
  await kari.press(page.getByRole('button', { name: nb.agreement.send, exact: true }));
  const hash = hashOf(await planOf(people.kari, meeting));
  for (const guest of [people.mona, people.per])
    await guest.post(`/api/meetings/${meeting}/signatures`, { hash, decision: 'agree' });
  await kari.press(page.getByRole('button', { name: nb.agreement.makeVersion(1) }));
  await page.getByRole('heading', { name: nb.agreement.version(1) }).waitFor();
  const download = page.waitForEvent('download');
  await kari.press(page.getByRole('link', { name: nb.agreement.formats.pdf }));
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
}
