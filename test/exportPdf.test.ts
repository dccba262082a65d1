import { expect, test } from 'vitest';
import { patientPdf } from '#server/export/pdf/patient.ts';
import { staffPdf, staffSheet } from '#server/export/pdf/staff.ts';
import { plain } from '#server/export/plain.ts';
import { shortly } from '#shared/agreement/fingerprint.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { Language } from '#shared/words/language.ts';
import { agreedVersion, emptyVersion } from './support/agreedVersion.ts';
import { HOSTILE } from './support/hostile.ts';
import { offPage, pdfText } from './support/pdfText.ts';
import { filledPlan, unbroken, wordsIn } from './support/planWords.ts';
import { press } from './support/press.ts';

const version = agreedVersion();
const staffPaper = (of: AgreedVersion) => staffPdf(of, press);
const patientPaper = (of: AgreedVersion, language?: Language) => patientPdf(of, press, language);
const staff = await staffPaper(version);
const patient = await patientPaper(version);
/** All pages as one text, without what stands at the foot of each. */
const read = (pdf: Uint8Array) =>
  unbroken(pdfText(pdf).replace(/(Versjon \d+ · .+|Planen min · versjon \d+)Side \d+ av \d+$/gm, ''));

const staffText = read(staff);
const patientText = read(patient);

test.each([
  ['staff', staff, 'Plan fra tverrfaglig møte 25.11.2026'],
  ['the patient', patient, 'Planen min'],
])('the PDF for %s is tagged, says its language and title, and calls itself PDF/UA-1', (_, pdf, title) => {
  const file = Buffer.from(pdf).toString('latin1');
  expect(file.startsWith('%PDF-1.7')).toBe(true);
  expect(file).toContain('/StructTreeRoot');
  expect(file).toContain('/Marked true');
  expect(file).toContain('/Lang (nb-NO)');
  expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(Buffer.from(pdf).toString('utf8')).toContain(`<rdf:li xml:lang="x-default">${title}</rdf:li>`);
  expect(file).toMatch(/\/S\s*\/H1\b/);
  expect(file).toMatch(/\/S\s*\/H2\b/);
});

test('every heading for staff is a bookmark, and tables have headers', () => {
  const file = Buffer.from(staff).toString('latin1');
  const { chapters } = staffSheet(version);
  // The title, who was there, who agreed, and what was signed.
  const [, count = ''] = /\/Type\s*\/Outlines[^]*?\/Count (\d+)/.exec(file) ?? [];
  expect(Number(count)).toBe(1);
  expect(file.match(/\/Title (\(|<FEFF)/g)?.length ?? 0).toBeGreaterThan(chapters.length + 3);
  expect(file).toMatch(/\/S\s*\/TH\b/);
  expect(file).toMatch(/\/Scope\s*\/Column/);
});

test('the same version is the same PDF, to the byte', async () => {
  expect(Buffer.from(await staffPaper(agreedVersion())).equals(Buffer.from(staff))).toBe(true);
});

test('everything that is written in the plan is on the pages for staff', async () => {
  const written = wordsIn(version.plan);
  expect(written.filter((words) => !staffText.includes(unbroken(words)))).toEqual([]);
  const filled = agreedVersion(filledPlan((place) => `ord fra ${place.replaceAll('.', ' ')}`));
  const there = read(await staffPaper(filled));
  expect(wordsIn(filled.plan).filter((words) => !there.includes(unbroken(words)))).toEqual([]);
});

test('every page for staff says version, hash, and that the copy in the journal is what counts', async () => {
  const pages = pdfText(staff).split('\n');
  expect(pages.length).toBeGreaterThan(3);
  pages.forEach((page, at) => {
    expect(page).toContain(`Versjon 1 · ${shortly(version.hash)} · `);
    expect(page).toContain('kopien i journalen er den som gjelder');
    expect(page).toContain(`Side ${at + 1} av ${pages.length}`);
  });
});

test('staff read who agreed, who did not, and that it is a draft to be checked', async () => {
  for (const words of [
    'Kontroller før sending.',
    'PLO-meldinger sendes fortsatt.',
    'Per Berg, fastlege',
    'enig med forbehold',
    'Gjelder Legemidler, Legemiddelsamstemming',
    'Treningen bør starte før 28.11.',
    'DEMO:',
  ])
    expect(staffText).toContain(unbroken(words));
});

test('what the patient says comes first and keeps its frame', async () => {
  const { chapters } = staffSheet(version);
  expect(chapters.slice(0, 2).map(({ heading }) => heading)).toEqual(['Hva er viktig for deg?', 'Mine mål']);
  const framed = chapters.filter(({ own }) => own).map(({ heading }) => heading);
  expect(framed).toContain('Dette gjør jeg selv');
  expect(framed).not.toContain('Behov');
});

test('function before, now and expected stand side by side, area by area', async () => {
  const table = staffSheet(version).chapters.find(({ heading }) => heading.startsWith('Funksjon'));
  if (table?.kind !== 'table') throw new Error('Function is a table.');
  const walking = table.table.rows.find(([area]) => area?.[0]?.words === 'Bevege seg inne');
  expect(walking?.map((cell) => cell[0]?.words.slice(0, 8))).toEqual(['Bevege s', 'Gikk i t', 'Går 20 m', 'Rullator']);
});

test('the patient’s first page says what to do if it gets worse and whom to call, and nothing else', async () => {
  const [first = '', second = ''] = pdfText(patient).split('\n');
  const page = unbroken(first);
  for (const words of ['Hvis det blir verre', 'Nytt fall med smerte', 'Ring 113', 'Hjemmesykepleien33 00 00 01'])
    expect(page).toContain(unbroken(words));
  for (const words of ['Hvem kan jeg ringe', 'Mona Hansen, kommunen33 00 00 00', 'Legevakt116 117', 'livet113'])
    expect(page).toContain(unbroken(words));
  expect(page).not.toContain(unbroken('Dette er viktig for meg'));
  expect(unbroken(second).startsWith(unbroken('Dette er viktig for meg'))).toBe(true);
});

test('everything that is written in the plan is on the patient’s pages too', async () => {
  expect(wordsIn(version.plan).filter((words) => !patientText.includes(unbroken(words)))).toEqual([]);
});

test('the patient’s copy ends with its version, its day, its whole hash, and that the journal is what counts', async () => {
  expect(
    patientText.includes(
      unbroken(
        `Versjon 1, avtalt 25. november 2026. Fingeravtrykk: ${version.hash} Arbeidsdokument: kopien i journalen er den som gjelder.`,
      ),
    ),
  ).toBe(true);
});

test.each([
  ['nn', 'Om det blir verre', '/Lang (nn-NO)'],
  ['en', 'If I get worse', '/Lang (en-GB)'],
] as const)(
  'in %s the patient’s headings are in that language, and what people wrote is as they wrote it',
  async (language, heading, lang) => {
    const pdf = await patientPaper(version, language);
    const [first = ''] = pdfText(pdf).split('\n');
    expect(unbroken(first)).toContain(unbroken(heading));
    expect(unbroken(first)).not.toContain(unbroken('Hvis det blir verre'));
    expect(unbroken(first)).toContain(unbroken('Nytt fall med smerte'));
    expect(unbroken(first)).toContain('113');
    expect(Buffer.from(pdf).toString('latin1')).toContain(lang);
  },
);

test('the text of the patient’s pages is the one that was approved', async () => {
  await expect(pdfText(patient).replaceAll('\n', '\n\n')).toMatchFileSnapshot('./golden/patient.txt');
});

test('a plan in which nothing stands is a PDF too', async () => {
  expect(read(await staffPaper(emptyVersion()))).toContain(unbroken('Ikke fylt ut'));
  expect(read(await patientPaper(emptyVersion()))).toContain(unbroken('Det står ikke noe i planen ennå.'));
});

/** Words as they are drawn: what no font of ours has stands as its code; invisible characters are not drawn. */
const drawn = (text: string) => text.replace(/\u200B|\u200C|\u200D|\uFE0F/gu, '');

test.each(Object.entries(HOSTILE))(
  '%s: what is written is shown as it stands, for staff and for the patient',
  async (kind, words) => {
    const hostile = agreedVersion(filledPlan((place) => `${place.replace('.', ' ')}: ${words}`));
    const wanted = unbroken(drawn(plain(words)));
    for (const pdf of [await staffPaper(hostile), await patientPaper(hostile)]) {
      // Each of many marks on one letter is a glyph without width, and stands for the letter anew.
      if (kind !== 'combining') expect(offPage(pdf)).toEqual([]);
      const shown = drawn(read(pdf));
      // Arabic is drawn from its last letter to its first.
      if (kind === 'arabic') expect(shown).toContain([...'مرحبا'].toReversed().join(''));
      else if (kind === 'other') expect(shown).toMatch(/日本語|\[U\+65E5\]\[U\+672C\]\[U\+8A9E\]/);
      else if (kind === 'emoji') expect(shown).toContain('glad😀familie');
      else expect(shown).toContain(wanted);
    }
  },
);

test('a character that no font has is shown as its code, and everything beside it as it is', async () => {
  const { plan } = version;
  const odd = agreedVersion({ ...plan, story: 'før \u{10ABCD} og \u{10ABCE} etter 😀' });
  for (const pdf of [await staffPaper(odd), await patientPaper(odd)])
    expect(read(pdf)).toContain('før[U+10ABCD]og[U+10ABCE]etter😀');
});

test('a text as long as a book is set on as many pages as it takes', async () => {
  const words = 'Dette er en setning som gjentas. '.repeat(2000) + 'Slutt på boka.';
  const { plan } = version;
  const [row] = plan.warnings;
  if (!row) throw new Error('Åse has warnings.');
  const book = agreedVersion({ ...plan, story: words, 'warnings.own': words, warnings: [{ ...row, sign: words }] });
  for (const pdf of [await staffPaper(book), await patientPaper(book)]) {
    expect(read(pdf).split(unbroken('Slutt på boka.')).length - 1).toBe(3);
    expect(offPage(pdf)).toEqual([]);
  }
});
