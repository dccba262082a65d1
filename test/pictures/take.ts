import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { DemoOffer } from '#shared/api.ts';
import { nb } from '../support/speech.ts';
import { BROWSER_FLAGS, findBrowser } from '../support/browser.ts';
import { freePort } from '../bench/servers/child.ts';
import { ours } from '../bench/servers/ours.ts';

/** The pictures of the README, taken of the demo's meeting: `npm run pictures`. */
const FOLDER = fileURLToPath(new URL('../../web/pictures/', import.meta.url));

const SCREENS = {
  ward: { width: 1440, height: 900 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
} as const;

/** The meeting of one program, and its invented people's windows. */
class Scene {
  readonly #browser: Browser;
  readonly #base: string;
  readonly #offer: DemoOffer;

  constructor(browser: Browser, base: string, offer: DemoOffer) {
    this.#browser = browser;
    this.#base = base;
    this.#offer = offer;
  }

  async sit(name: string, screen: keyof typeof SCREENS): Promise<Page> {
    const page = await this.#browser.newPage({ viewport: SCREENS[screen], locale: 'nb-NO', baseURL: this.#base });
    const who = this.#offer.people.find((person) => person.name.startsWith(name));
    await page.goto(`/seat#${who?.participant ?? ''}`);
    await page.waitForURL(/\/meetings\//);
    await this.look(page);
    return page;
  }

  /** Goes to another view of the meeting. */
  async look(page: Page, search = ''): Promise<void> {
    await page.goto(`/meetings/${this.#offer.meeting.id}${search}`);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
  }
}

const take = (page: Page, name: string) => page.screenshot({ path: join(FOLDER, `${name}.png`) });

async function beforeTheMeeting(scene: Scene, aase: Page, line: Page): Promise<void> {
  await take(aase, 'waiting');
  await scene.look(aase, '?vis=samtale&steg=joy');
  await take(aase, 'conversation');
  await scene.look(aase, '?vis=deling');
  await take(aase, 'consent');
  await take(line, 'kin');
  await scene.look(aase);
}

async function inTheMeeting(scene: Scene, kari: Page, aase: Page): Promise<void> {
  await kari.getByRole('button', { name: nb.meeting.start }).click();
  await kari
    .getByRole('button', { name: /neste|Neste/ })
    .first()
    .waitFor();
  await scene.look(kari, '?punkt=help-home');
  await kari.getByRole('button', { name: nb.meeting.takeAll }).click();
  await kari.getByRole('button', { name: nb.meeting.takeAll }).waitFor({ state: 'detached' });
  await aase.getByRole('heading', { level: 1, name: /hjelp/i }).waitFor();
  await aase.waitForLoadState('networkidle');
  await take(aase, 'patient');
  await take(kari, 'leading');
  await scene.look(kari, '?vis=plan');
  await take(kari, 'plan');
  await scene.look(kari, '?vis=enighet');
  await take(kari, 'agreement');
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  const port = await freePort();
  const server = await ours.start({ port, folder, profileFolder: null });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  try {
    const base = `http://127.0.0.1:${port}`;
    const scene = new Scene(browser, base, DemoOffer.parse(await (await fetch(`${base}/api/demo`)).json()));
    const [kari, aase, line] = [
      await scene.sit('Kari', 'ward'),
      await scene.sit('Åse', 'tablet'),
      await scene.sit('Line', 'phone'),
    ];
    await scene.sit('Mona', 'ward');
    await beforeTheMeeting(scene, aase, line);
    await inTheMeeting(scene, kari, aase);
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
