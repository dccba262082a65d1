import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { patientPdf } from '#server/export/pdf/patient.ts';
import { staffPdf } from '#server/export/pdf/staff.ts';
import { CASES } from './support/cases/index.ts';
import { press } from './support/press.ts';

/** Another reader than ours, where the machine has it. */
const hasPoppler = (() => {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(tool: string, args: readonly string[], pdf: Uint8Array, ...after: string[]): string {
  const file = join(folder, 'read.pdf');
  writeFileSync(file, pdf);
  return execFileSync(tool, [...args, file, ...after], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

const SHOWN = CASES.filter(({ name }) => ['frail', 'doubts', 'letters', 'hostile', 'overfull'].includes(name));

describe.runIf(hasPoppler).each(SHOWN.map(({ name, version }) => [name, version] as const))('%s', (_, version) => {
  const faces = [
    ['staff', (): Promise<Uint8Array> => staffPdf(version, press)],
    ['the patient', (): Promise<Uint8Array> => patientPdf(version, press)],
  ] as const;

  test.each(faces)(
    'another reader finds a tagged A4 document for %s that names nobody and runs nothing',
    async (__, make) => {
      const pdf = await make();
      const info = read('pdfinfo', [], pdf);
      expect(info).toMatch(/^Tagged: +yes$/m);
      expect(info).toMatch(/^JavaScript: +no$/m);
      expect(info).toMatch(/^Encrypted: +no$/m);
      expect(info).toMatch(/^Page size: .*\(A4\)$/m);
      expect(info).toMatch(/^Title: +(Plan fra tverrfaglig møte 25\.11\.2026|Planen min)$/m);
      expect(info).not.toContain('Oppdiktet');
      expect(read('pdfinfo', ['-url'], pdf).trim().split('\n'), 'no address can be followed').toHaveLength(1);
    },
  );

  test.each(faces)('every letter for %s is in the file', async (__, make) => {
    const [, , ...fonts] = read('pdffonts', [], await make())
      .trim()
      .split('\n');
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.filter((line) => !/ yes yes yes +\d+ +0$/.test(line))).toEqual([]);
  });
});

test.runIf(hasPoppler)('another reader finds headings, tables with headers and cells, and lists', async () => {
  const { version } = CASES[0]!;
  const structure = read('pdfinfo', ['-struct'], await staffPdf(version, press));
  for (const kind of ['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI'])
    expect(structure).toMatch(new RegExp(`^ *${kind}\\b`, 'm'));
  const words = read('pdftotext', ['-layout'], await staffPdf(version, press), '-');
  expect(words).toContain('Furosemid');
  expect(words).toContain('kopien i journalen er den som gjelder');
});
