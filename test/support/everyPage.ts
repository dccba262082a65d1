import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { newRow, rowsRoot, textRoot } from '#shared/plan/doc.ts';
import { sections } from '#shared/plan/sections.ts';
import { agree, planOf, someone, writtenBy } from './held.ts';
import { invite, joined, meetingBy, signedIn, type Guest } from './guest.ts';
import { windowOf } from './liveWindow.ts';
import { pen } from './pen.ts';
import { dataFolder, startProgram } from './program.ts';
import { seated } from './seat.ts';
import { until } from './until.ts';
import { openBrowser, type SCREENS } from './windows.ts';

/** A page of the app as one person has it before them. */
export interface Route {
  name: string;
  path: string;
  /** Of those who may be old, ill and tired: with large type, and targets for a finger that trembles. */
  isPatients: boolean;
  /** Stands when all is there that comes from the server; a CSS selector. */
  shows: string;
  /** What happens before the page is opened. */
  first?: () => Promise<void>;
}

/** Somebody at a screen, and the pages that they are looked at on. */
export interface Sitter {
  guest: Guest | null;
  screen: keyof typeof SCREENS;
  routes: readonly Route[];
}

/** The meetings that the pages belong to: a week ahead, going on, and agreed. */
export interface Meetings {
  url: string;
  ahead: string;
  now: string;
  agreed: string;
  people: Record<Who, Guest>;
  /** The patient's goal in the meeting ahead. */
  goal: string;
  /** Of an invitation that nobody has used. */
  token: string;
}

type Who = 'kari' | 'aaseAhead' | 'lineAhead' | 'kariNow' | 'aaseNow' | 'lineNow' | 'aaseAgreed';
const GOAL = 'goal-of-hers';
const PHASE = 'what-matters';
/** Where the patient and everybody else write in the phase that the meeting is in. */
const FIELDS = 'main textarea:visible';

/** A program with the three meetings in it. */
export async function threeMeetings(): Promise<Meetings> {
  const { url } = await startProgram(await dataFolder());
  const kari = await signedIn(url, someone('kari'));
  const ahead = await meetingBy(kari);
  const [aaseAhead, lineAhead] = [
    await joined(kari, ahead, someone('aase')),
    await joined(kari, ahead, someone('line')),
  ];
  const goals = await pen(aaseAhead, ahead, 'goals');
  rowsRoot(goals.doc).push([newRow(sections.goals.fields, GOAL, { activity: 'Gå til postkassen' })]);
  const { token } = await invite(kari, ahead, someone('per'));
  const { meeting: now, people } = await seated(url, ['Kari', 'Åse', 'Line']);
  const leader = windowOf(people.Kari, now);
  await until(() => leader.seen.meeting !== null, 'the meeting');
  await leader.ask('command', { kind: 'start' });
  await leader.ask('command', { kind: 'goTo', phase: PHASE, evenSo: true });
  const written = await writtenBy(kari, 'kari');
  await agree(written.people, written.meeting, kari);
  goals.close();
  const here = { kariNow: people.Kari, aaseNow: people.Åse, lineNow: people.Line };
  return {
    ...{ url, ahead, now, agreed: written.meeting, goal: GOAL, token },
    people: { kari, aaseAhead, lineAhead, aaseAgreed: written.people.aase, ...here },
  };
}

const route = (name: string, path: string, shows = 'main h1'): Route => ({ name, path, shows, isPatients: false });
const patients = (name: string, path: string, shows?: string): Route => ({
  ...route(name, path, shows),
  isPatients: true,
});

/** Every page, by who sits before it. */
export function everyone({ ahead, now, agreed, goal, token, people }: Meetings): Sitter[] {
  const [before, during, after] = [`/meetings/${ahead}`, `/meetings/${now}`, `/meetings/${agreed}`];
  const sitter = (who: Who | null, screen: Sitter['screen'], routes: Route[]): Sitter => ({
    ...{ guest: who && people[who], screen, routes },
  });
  return [
    sitter(null, 'ward', [
      route('start', '/'),
      route('joining', `/join#${token}`, 'main input'),
      route('joining without a link', '/join'),
      route('accessibility', '/accessibility'),
      route('checking a file', '/verify', 'main input[type=file]'),
    ]),
    sitter('kari', 'ward', [
      route('start, signed in', '/', 'main .card a'),
      route('a new meeting', '/meetings/new', 'main input[type=radio]'),
      route('templates', '/templates', 'main .cards li'),
      route('a template', '/templates/frail-elderly'),
      route('overview', '/overview'),
      route('staff: preparing', before, 'main .card'),
      route('staff: inviting', `${before}?vis=inviter`, 'main form'),
      route('staff: agreement', `${after}?vis=enighet`, 'main a[download], main a[href*=export]'),
    ]),
    sitter('kariNow', 'ward', [
      route('staff: the whole plan', `${during}?vis=plan`, FIELDS),
      route('staff: minutes', `${during}?vis=referat`),
      route('staff: log', `${during}?vis=innsyn`, 'main .mine'),
      route('staff: a phase', `${during}?punkt=${PHASE}`, FIELDS),
    ]),
    sitter('aaseAhead', 'tablet', [
      patients('patient: waiting', before, 'main ul li'),
      patients('patient: a theme', `${before}?vis=samtale&steg=people`, FIELDS),
      patients('patient: a score', `${before}?vis=samtale&steg=score&maal=${goal}`, 'main input[type=radio]'),
    ]),
    sitter('aaseNow', 'tablet', [
      patients('patient: a phase', during, FIELDS),
      patients('patient: the whole plan', `${during}?vis=plan`, 'main dl dt'),
      patients('patient: consent', `${during}?vis=deling`, 'main [role=switch]'),
      patients('patient: insight', `${during}?vis=innsyn`, 'main .mine'),
    ]),
    sitter('aaseAgreed', 'tablet', [
      patients('patient: minutes', `${after}?vis=referat`, 'main h2'),
      patients('patient: words', `${after}?vis=ord`, 'main dt'),
      patients('patient: after', after, 'main a[href*=export]'),
      {
        ...patients('patient: agreement', after, 'main form input[type=radio]'),
        first: () => changePlan(people.aaseAgreed, agreed),
      },
    ]),
    sitter('lineAhead', 'phone', [route('kin: preparing', before, FIELDS)]),
    sitter('lineNow', 'phone', [route('kin: a phase', during, FIELDS)]),
  ];
}

/** What was agreed is not what stands there any more: everybody is asked again. */
async function changePlan(guest: Guest, meeting: string): Promise<void> {
  const story = await pen(guest, meeting, 'story');
  textRoot(story.doc).insert(0, 'Og en ting til. ');
  await until(async () => (await planOf(guest, meeting)).story.startsWith('Og en ting'), 'the change');
  story.close();
}

/** Goes to each of the pages and looks at it, two people at a time; what was found, in sentences. */
export async function walk(
  meetings: Meetings,
  look: (page: Page, route: Route) => Promise<readonly string[]>,
): Promise<string[]> {
  const { open, thrown } = await openBrowser(meetings.url);
  onTestFinished(() => expect(thrown).toEqual([]));
  const found: string[] = [];
  const left = everyone(meetings);
  const goOn = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { guest, screen, routes } = next;
      const { page } = await open(screen, '/favicon.svg');
      if (guest) await page.context().addCookies(cookiesOf(guest));
      for (const one of routes) {
        await one.first?.();
        await page.goto(one.path);
        await page.locator(one.shows).first().waitFor();
        const seen = await look(page, one);
        found.push(...seen.map((what) => `${one.name}: ${what}`));
      }
      await page.goto('about:blank');
    }
  };
  await Promise.all([goOn(), goOn()]);
  return found;
}

/** What makes a browser's window somebody's who came in on the wire. */
export function cookiesOf({ cookie, url }: Guest): { name: string; value: string; url: string }[] {
  return cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });
}
