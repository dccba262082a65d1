import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { MeetingForMe } from '#shared/api.ts';
import { sections, type SectionKey } from '#shared/plan/sections.ts';
import { Guest } from '../support/guest.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { windowOf } from '../support/liveWindow.ts';
import { seated, type DemoName } from '../support/seat.ts';
import { openBrowser, type SCREENS, type Window } from '../support/windows.ts';

type Offer = { meeting: Pick<MeetingForMe, 'id'>; people: { participant: string; name: string }[] };

/** Where somebody sits down. */
export interface Place {
  screen: keyof typeof SCREENS;
  /** The agenda point that the page shows; without it, the page follows the meeting. */
  point?: string;
  /** What is done with the page before it goes to the meeting. */
  before?: (page: Page) => Promise<unknown>;
}

/** The prepared meeting. */
export interface Demo {
  meeting: string;
  /** The participant's id. */
  idOf: (name: DemoName) => string;
  sit: (name: DemoName, place: Place) => Promise<Window>;
  /** The facilitator begins the meeting, and takes everyone to a phase. */
  begin: (phase: string) => Promise<void>;
}

/** The prepared meeting in a program of its own; `through` is the address that browsers use, from the program's. */
export async function demo(through: (url: string) => Promise<string> = (url) => Promise.resolve(url)): Promise<Demo> {
  const { url } = await startProgram(await dataFolder());
  const { open, thrown } = await openBrowser(await through(url));
  const { people, meeting } = (await new Guest(url).get('/api/demo')).body as unknown as Offer;
  onTestFinished(() => expect(thrown).toEqual([]));
  const idOf = (name: DemoName) => people.find((person) => person.name.startsWith(name))?.participant ?? '';
  return {
    meeting: meeting.id,
    idOf,
    async begin(phase) {
      const { Kari } = (await seated(url, ['Kari'])).people;
      const kari = windowOf(Kari, meeting.id);
      for (const command of [{ kind: 'start' }, { kind: 'goTo', phase }])
        expect((await kari.ask('command', command)).ok).toBe(true);
      kari.socket.disconnect();
    },
    async sit(name, { screen, point, before }) {
      const window = await open(screen, `/seat#${idOf(name)}`);
      await window.page.waitForURL(/\/meetings\//);
      await before?.(window.page);
      await window.page.goto(`/meetings/${meeting.id}${point ? `?punkt=${point}` : ''}`);
      await window.page.locator('h1').first().waitFor();
      return window;
    },
  };
}

/** The card of a part on the page. */
export const card = (page: Page, key: SectionKey) => page.getByRole('region', { name: sections[key].heading.nb });

/** The field of a part that is one text. */
export const fieldOf = (page: Page, key: SectionKey): Locator =>
  page.getByRole('textbox', { name: sections[key].heading.nb });
