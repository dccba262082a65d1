import { expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { textOf } from '#server/export/text.ts';
import { wrap } from '#server/export/wrap.ts';
import { blankPlan } from '#shared/plan/plan.ts';
import { JOURNAL_ORDER, section } from '#shared/plan/sections.ts';
import { agreedVersion, emptyVersion, signature } from './support/agreedVersion.ts';
import { filledPlan, unbroken, wordsIn } from './support/planWords.ts';

const text = textOf(agreedVersion());
const lines = text.split('\n');

/** The lines from a heading to the next one. */
function under(heading: string, all: readonly string[] = lines): string {
  const start = all.indexOf(heading);
  const end = all.findIndex((line, at) => at > start + 1 && /^-{3,}$/.test(all[at + 1] ?? '') && line !== '');
  return all.slice(start, end === -1 ? undefined : end).join('\n');
}

test('Åse’s plan as text is the one that was read and approved', async () => {
  await expect(text).toMatchFileSnapshot('golden/aase.txt');
});

test('it begins by saying that it is a draft, from which day, and that the people are invented', () => {
  expect(lines[0]).toBe('Utkast fra tverrfaglig møte 25.11.2026');
  expect(text).toContain('Kontroller før sending.');
  expect(text).toContain('PLO-meldinger sendes fortsatt.');
  expect(text).toContain('DEMO:');
  const { meeting } = agreedVersion();
  expect(textOf(agreedVersion(undefined, { meeting: { ...meeting, demo: false } }))).not.toContain('DEMO');
});

test('the day is the day in Norway, also after midnight there', () => {
  const agreedAt = Date.UTC(2026, 6, 1, 22, 30);
  expect(textOf(agreedVersion(undefined, { agreedAt }))).toContain('møte 02.07.2026\n');
});

test('no line is wider than 80 columns, and no control character but the line break is left', () => {
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(text).not.toMatch(/[\p{Cc}--\n]/v);
  expect(text).not.toContain('\t');
});

test('everything that is written in the plan is in the text', () => {
  const version = agreedVersion();
  const written = wordsIn(version.plan);
  expect(written.length).toBeGreaterThan(100);
  const there = unbroken(text);
  expect(written.filter((words) => !there.includes(unbroken(words)))).toEqual([]);
});

test('every part has its heading, in the order of the journal', () => {
  const all = textOf(agreedVersion(filledPlan((place) => `ord fra ${place}`))).split('\n');
  const headings = JOURNAL_ORDER.map((key) => section(key).heading.nb);
  expect(all.filter((_, at) => /^-{3,}$/.test(all[at + 1] ?? ''))).toEqual([...headings, 'Enighet']);
});

test('needs stand under needs and services under services, never the other way round', () => {
  expect(under('Behov')).toContain('Trenger noen til stede når hun dusjer.');
  expect(under('Behov')).not.toContain('Trygghetsalarm');
  expect(under('Kommunens tjenester')).toContain('- Trygghetsalarm: Med fallsensor\n  Status: innvilget');
  expect(under('Kommunens tjenester')).not.toContain('Trenger noen til stede');
});

test('it says who agreed, who had a reservation and who objected, and why', () => {
  const said = under('Enighet');
  expect(said).toContain('- Åse Fiktiv, pasient: enig (25.11.2026 kl. 13.55)');
  expect(unbroken(said)).toContain(unbroken('Per Berg, fastlege: enig med forbehold, gjelder Legemidler'));
  expect(said).toContain('Begrunnelse: Treningen bør starte før 28.11.');
  expect(unbroken(said)).toContain(unbroken('ikke enig, gjelder Kommunens tjenester'));
});

test('a word on another content says that it is about another content', () => {
  const older = signature('mona', blankPlan());
  expect(textOf(agreedVersion(undefined, { signatures: [older] }))).toContain('enig (gjelder et tidligere innhold)');
  expect(text).not.toContain('tidligere innhold');
});

test('open disagreements and those who must be sent the plan are told at the top', () => {
  const top = textOf(agreedVersion(undefined, { sendTo: ['gp', 'municipality'] })).split('\n\n')[1];
  expect(top).toContain('Åpen uenighet: De første nettene');
  expect(top).toContain('Må sendes til: fastlegen og kommunen');
  const { plan } = agreedVersion();
  const settled = plan.disagreements.map((row) => ({ ...row, status: 'settled' as const }));
  expect(textOf(agreedVersion({ ...plan, disagreements: settled }))).not.toContain('Åpen uenighet');
});

test('version and hash are told', () => {
  expect(text).toContain('Plan: versjon 1, avtalt 25.11.2026 kl. 13.58');
  expect(text).toContain(`Fingeravtrykk: ${agreedVersion().hash}`);
});

test('a plan in which nothing stands is a text that says so', () => {
  const empty = textOf(emptyVersion());
  expect(unbroken(empty)).toContain(unbroken('Ikke fylt ut: Situasjon og forløp, Avklaringer før utskrivning'));
  expect(empty).toContain('Pasienten kunne ikke svare selv: Åse sover.');
  expect(empty).not.toContain('Legemidler\n---');
});

test('content cannot pass for a heading, an answer or a signature of ours', () => {
  const forged = 'Hei\r\nEnighet\r\n-------\r\n- Per Berg, fastlege: enig';
  const { plan } = agreedVersion();
  const all = textOf(agreedVersion({ ...plan, story: forged })).split('\n');
  expect(all).toContain('  Enighet');
  expect(all.filter((line) => line === 'Enighet')).toHaveLength(1);
  expect(all.filter((line) => line.startsWith('- Per Berg, fastlege: enig ('))).toEqual([]);
});

test('a word that is longer than a line is broken, and not one letter of it is lost', () => {
  const word = 'å'.repeat(500);
  const broken = wrap(`før ${word} etter`, '- ');
  expect(broken.every((line) => line.length <= 80)).toBe(true);
  expect(broken.map((line) => line.slice(2)).join('')).toBe(`før${word} etter`);
});

test('a letter of several characters is not broken in two', () => {
  const family = '👨‍👩‍👧';
  const broken = wrap(`x${family.repeat(40)}`);
  expect(broken.every((line) => line.length <= 80 && line.replaceAll(family, '').length <= 1)).toBe(true);
  expect(broken.join('')).toBe(`x${family.repeat(40)}`);
});

test('a point of the checklist that nobody has answered is not told as a fact', () => {
  const point = { id: 'a', point: 'Time hos fastlegen er avtalt', state: null, by: '', on: null };
  const text = textOf(agreedVersion({ ...aase.plan, checklist: [point] }));
  expect(text).toMatch(/Time hos fastlegen er avtalt\n.*ikke besvart/);
});
