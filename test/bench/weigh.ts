import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { DemoOffer } from '#shared/api.ts';
import { BROWSER_FLAGS, findBrowser } from '../support/browser.ts';
import { watchLoads, weightOf, type Loaded } from '../support/loads.ts';
import { nb } from '../support/speech.ts';
import { BEFORE, DURING, type Route } from './routes.ts';
import { freePort } from './servers/child.ts';
import { ours } from './servers/ours.ts';

/** How often each page is opened; figures are medians. */
const RUNS = 3;
/** A tablet four times slower than this machine, on an ordinary mobile network: bytes a second, and ms there and back. */
const SLOW = { processor: 4, down: 1_125_000, up: 375_000, latency: 60 };

interface Weighed {
  loaded: Loaded[];
  /** ms until the first thing that one uses is there, on the slow tablet. */
  usable: number;
}

/** What each page loads, and when it can be used. */
async function main(): Promise<void> {
  spawnSync(process.execPath, ['web/build.ts'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: 'inherit',
  });
  const folder = await mkdtemp(join(tmpdir(), 'weigh-'));
  const port = await freePort();
  const server = await ours.start({ port, folder, profileFolder: null });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  // By this name a browser takes what it takes over TLS: Brotli.
  const base = `http://localhost:${port}`;
  try {
    const offer = DemoOffer.parse(await (await fetch(`${base}/api/demo`)).json());
    process.stdout.write(`${line(['page', 'script kB', 'style', 'letters', 'data', 'files', 'usable ms'])}\n`);
    const print = async (route: Route) =>
      process.stdout.write(`${line(told(route, await weigh(browser, base, offer, route)))}
`);
    for (const route of BEFORE) await print(route);
    await begin(browser, base, offer);
    for (const route of DURING) await print(route);
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function weigh(browser: Browser, base: string, { people, meeting }: DemoOffer, route: Route): Promise<Weighed> {
  const runs: Weighed[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext({
      viewport: { width: 820, height: 1180 },
      locale: 'nb-NO',
      baseURL: base,
    });
    const who = people.find(({ role }) => role === route.role);
    if (who) await takeSeat(await context.newPage(), who.participant);
    const page = await context.newPage();
    const loads = await watchLoads(page);
    await page.goto('about:blank');
    await slowDown(page);
    const begun = performance.now();
    await page.goto(route.path(meeting.id), { waitUntil: 'commit' });
    await page.locator(route.usable).first().waitFor();
    const usable = performance.now() - begun;
    await page.waitForLoadState('networkidle');
    runs.push({ loaded: loads(), usable });
    await context.close();
  }
  return runs.toSorted((a, b) => a.usable - b.usable)[Math.floor(RUNS / 2)] as Weighed;
}

/** The facilitator starts the meeting and takes everyone to help at home. */
async function begin(browser: Browser, base: string, { people, meeting }: DemoOffer): Promise<void> {
  const page = await browser.newPage({ baseURL: base, locale: 'nb-NO', viewport: { width: 1440, height: 900 } });
  await takeSeat(page, people.find(({ role }) => role === 'hospital')?.participant ?? '');
  await page.getByRole('button', { name: nb.meeting.start }).click();
  await page.goto(`/meetings/${meeting.id}?punkt=help-home`);
  await page.getByRole('button', { name: nb.meeting.takeAll }).click();
  await page.getByRole('button', { name: nb.meeting.takeAll }).waitFor({ state: 'detached' });
  await page.close();
}

async function takeSeat(page: Page, participant: string): Promise<void> {
  await page.goto(`/seat#${participant}`);
  await page.waitForURL(/\/meetings\//);
}

async function slowDown(page: Page): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOW.processor });
  await wire.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: SLOW.latency, downloadThroughput: SLOW.down, uploadThroughput: SLOW.up },
  });
}

function told({ name }: Route, { loaded, usable }: Weighed): string[] {
  const kB = (kind: Loaded['kind']) => (weightOf(loaded, kind) / 1000).toFixed(1);
  const files = loaded.filter(({ kind }) => kind === 'script').length;
  return [name, kB('script'), kB('style'), kB('font'), kB('data'), String(files), usable.toFixed(0)];
}

function line([name = '', ...figures]: readonly string[]): string {
  return `${name.padEnd(26)}${figures.map((figure) => figure.padStart(11)).join('')}`;
}

await main();
