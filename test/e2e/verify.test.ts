import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { ExportFormat } from '#shared/api.ts';
import { signedIn, type Guest } from '../support/guest.ts';
import { agree, someone, writtenBy } from '../support/held.ts';
import { watchLoads } from '../support/loads.ts';
import { dataFolder, startProgram } from '../support/program.ts';
import { nb } from '../support/speech.ts';
import { expectAccessible, openBrowser } from '../support/windows.ts';

const words = nb.verify;

/** The page, for somebody who is not signed in, and a meeting with an agreed version. */
async function checking() {
  const { url } = await startProgram(await dataFolder());
  const { open, thrown } = await openBrowser(url);
  onTestFinished(() => expect(thrown).toEqual([]));
  const { meeting, people } = await writtenBy(await signedIn(url, someone('kari')), 'kari');
  await agree(people, meeting);
  const { page } = await open('ward', '/');
  const loads = await watchLoads(page);
  await page.getByRole('link', { name: nb.frame.verify }).click();
  await page.getByRole('heading', { level: 1, name: nb.frame.verify }).waitFor();
  return { page, people, meeting, loads, url };
}

async function exported(by: Guest, meeting: string, format: ExportFormat): Promise<Buffer> {
  const address = `${by.url}/api/meetings/${meeting}/versions/1/export?format=${format}`;
  const came = await fetch(address, { headers: { Cookie: by.cookie } });
  expect(came.status).toBe(200);
  return Buffer.from(await came.arrayBuffer());
}

const choose = (page: Page, ...files: [name: string, buffer: Buffer][]) =>
  page
    .getByLabel(words.choose)
    .setInputFiles(files.map(([name, buffer]) => ({ name, buffer, mimeType: 'application/octet-stream' })));
const answer = (page: Page, name: string) => page.locator('main .card').filter({ hasText: name });
/** The same file with one byte of its content changed. */
const touched = (file: Buffer): Buffer => {
  const other = Buffer.from(file);
  const at = Math.floor(file.length / 2);
  other[at] = file[at]! ^ 1;
  return other;
};

test('a file that left the house is known again, changed or not, in every form', async () => {
  const { page, people, meeting, loads } = await checking();
  await expectAccessible(page, 'checking a file, before one is chosen');
  for (const format of ExportFormat.options) {
    const file = await exported(people.kari, meeting, format);
    await choose(page, [`rett-${format}`, file], [`endret-${format}`, touched(file)]);
    await answer(page, `rett-${format}`).getByRole('heading', { name: words.unchanged }).waitFor();
    await answer(page, `endret-${format}`).getByRole('heading', { name: words.changed }).waitFor();
    await answer(page, `rett-${format}`)
      .getByText(/versjon 1 av planen, avtalt .* \d{4} kl\./)
      .waitFor();
    await answer(page, `rett-${format}`).getByText(words.newest).waitFor();
    await answer(page, `endret-${format}`)
      .getByText(/sier at den er versjon 1/)
      .waitFor();
  }
  await choose(page, ['handleliste', Buffer.from('melk, brød')]);
  await answer(page, 'handleliste').getByText(words.unknownWhy).waitFor();
  await expectAccessible(page, 'checking a file, with answers');
  expect(await page.locator('main').textContent(), 'no content is shown').not.toContain('postkassen');
  const scripts = loads().filter(({ kind }) => kind === 'script');
  expect(scripts.length).toBeGreaterThan(0);
  for (const { path } of scripts)
    expect((await people.kari.get(path)).text, 'the shared plan is not loaded').not.toContain(
      'Yjs was already imported',
    );
  expect(loads().filter(({ path }) => path === '/api/verify')).toHaveLength(2 * ExportFormat.options.length + 1);
}, 180_000);

test('the file stays on the device, and is known still when there is a newer version', async () => {
  const { page, people, meeting } = await checking();
  const file = await exported(people.mona, meeting, 'text');
  await people.aase.put(`/api/meetings/${meeting}/receivers`, { refused: ['kin'] });
  await agree(people, meeting);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await page.evaluate((text) => {
    const held = new DataTransfer();
    held.items.add(new File([text], 'sluppet.txt'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }));
  }, file.toString());
  await answer(page, 'sluppet.txt').getByText(words.older).waitFor();
  expect(sent.map((body) => Object.keys(JSON.parse(body) as object))).toEqual([['file', 'plans']]);
  expect(Math.max(...sent.map((body) => body.length))).toBeLessThan(500);
}, 180_000);
