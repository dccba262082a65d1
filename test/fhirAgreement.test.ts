import type { Provenance } from '@medplum/fhirtypes';
import { describe, expect, test } from 'vitest';
import { bundleOf } from '#server/export/fhir/bundle.ts';
import { shortly } from '#shared/agreement/fingerprint.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { blankPlan } from '#shared/plan/plan.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import { agreedVersion, personId, signature } from './support/agreedVersion.ts';
import { compositionIn, readNarrative, resourcesOf, sectionIn } from './support/fhir/document.ts';

const version = agreedVersion();
const bundle = bundleOf(version);
const { plan } = version;

const isSigned = ({ activity }: Provenance) =>
  ['agree', 'reserve', 'object'].includes(activity?.coding?.[0]?.code ?? '');
const signedIn = (changes: Partial<AgreedVersion> = {}) =>
  resourcesOf(bundleOf(agreedVersion(undefined, changes)), 'Provenance').filter(isSigned);
const readSection = (of: AgreedVersion, key: string) =>
  readNarrative(sectionIn(bundleOf(of), key)?.text?.div ?? '').text;

describe('a signature', () => {
  test('is a Provenance of its own: who, what they said, when, and of exactly which content', () => {
    const said = signedIn().map(({ agent, activity, recorded }) => [
      ...[agent[0]?.who.display, agent[0]?.onBehalfOf?.display, activity?.coding?.[0]?.code, recorded],
    ]);
    const at = '2026-11-25T12:55:00.000Z';
    const hospital = 'Sykehuset i Vestfold (oppdiktet avdeling)';
    expect(said).toEqual([
      ['Åse Fiktiv', undefined, 'agree', at],
      ['Kari Nilsen', hospital, 'agree', at],
      ['Mona Hansen', 'Larvik kommune', 'agree', at],
      ['Per Berg', undefined, 'reserve', at],
      ['Tiril Moen', hospital, 'object', at],
    ]);
    const [first] = signedIn();
    const prints = (first?.entity ?? []).map(({ what }) => what.identifier);
    expect(prints.map((print) => print?.value)).toEqual([
      version.hash,
      ...SECTION_KEYS.map((key) => version.fingerprints[key]),
    ]);
    expect(prints.slice(1).map((print) => print?.type?.coding?.[0]?.code)).toEqual(SECTION_KEYS);
    expect(first?.target.map(({ reference }) => reference)).toEqual([bundle.entry?.[0]?.fullUrl]);
  });

  test('says why, and that it is no electronic signature', () => {
    const [, , , reserve] = signedIn();
    expect(reserve?.reason).toEqual([{ text: 'Jeg går gjennom legemidlene på timen 8.12.' }]);
    const { text } = readNarrative(reserve?.text?.div ?? '');
    expect(text).toContain('enig med forbehold, gjelder Legemidler, Legemiddelsamstemming');
    expect(text).toContain('ikke en elektronisk signatur');
    expect(signedIn().every((one) => one.signature === undefined)).toBe(true);
  });

  test('of some parts alone points at their sections, and has their fingerprints alone', () => {
    const parts: SectionKey[] = ['services', 'followup'];
    const fingerprints = Object.fromEntries(parts.map((key) => [key, version.fingerprints[key]]));
    const said = { hash: agreedVersion(blankPlan()).hash, sections: parts, fingerprints };
    const [only] = signedIn({ signatures: [signature('mona', plan, said)] });
    expect(only?.target.map(({ extension }) => extension?.[0]?.valueUri)).toEqual(['followup', 'services']);
    const values = only?.entity?.map(({ what }) => what.identifier?.value);
    expect(values).toEqual(parts.map((key) => version.fingerprints[key]));
  });

  test('on another content is neither an attestation nor a part of the agreement', () => {
    const lapsed = signature('mona', blankPlan());
    const made = agreedVersion(undefined, { signatures: [signature('aase', plan), lapsed] });
    const composition = compositionIn(bundleOf(made));
    expect(composition.attester?.map(({ party }) => party?.display)).toEqual(['Åse Fiktiv']);
    expect(signedIn({ signatures: made.signatures }).map(({ agent }) => agent[0]?.who.display)).toEqual(['Åse Fiktiv']);
    expect(readSection(made, 'agreement')).toContain(
      'Mona Hansen, Larvik kommune: enig (gjelder et tidligere innhold)',
    );
    expect(readSection(made, 'agreement')).toContain('Åse Fiktiv, pasient: enig (25.11.');
  });

  test('that objects attests to nothing; the others do', () => {
    const attesters = compositionIn(bundle).attester?.map(({ mode, party }) => [mode, party?.display]);
    expect(attesters).toEqual([
      ['personal', 'Åse Fiktiv'],
      ['professional', 'Kari Nilsen'],
      ['professional', 'Mona Hansen'],
      ['professional', 'Per Berg'],
    ]);
    const types = signedIn().map(({ agent }) => agent[0]?.type?.coding?.[0]?.code);
    expect(types).toEqual(['attester', 'attester', 'attester', 'attester', undefined]);
  });
});

test('who takes something on by name stands at the thing itself, which is accepted then', () => {
  const [row] = plan.followup;
  const [action] = plan.treatment;
  if (!row || !action) throw new Error('Åse has appointments and treatment.');
  const commitments = [
    { task: row.id, section: 'followup' as const, what: row.what },
    { task: action.id, section: 'treatment' as const, what: action.action },
  ];
  const signatures = [signature('mona', plan, { commitments }), signature('per', plan)];
  const made = bundleOf(agreedVersion(undefined, { signatures }));
  const tasks = resourcesOf(made, 'Task').filter(({ code }) => !code);
  expect(tasks.map(({ status }) => status)).toEqual(['accepted', ...Array<string>(4).fill('requested')]);
  const [mona, per] = resourcesOf(made, 'Provenance').filter(isSigned);
  expect(mona?.target.slice(1)).toMatchObject([
    { reference: tasks[0]?.fullUrl, display: `Tar på seg: ${row.what}` },
    { reference: made.entry?.[0]?.fullUrl, extension: [{ valueUri: 'treatment' }] },
  ]);
  expect(per?.target).toHaveLength(1);
  const told = readSection(agreedVersion(undefined, { signatures }), 'agreement');
  expect(told).toContain(`Tar på seg: ${row.what}`);
});

describe('the section on what was agreed', () => {
  test('has the fingerprint of the whole, in full and in short, and of each part', () => {
    const text = readSection(version, 'agreement');
    expect(text).toContain(version.hash);
    expect(text).toContain(shortly(version.hash));
    const prints = Object.values(version.fingerprints).map(shortly);
    expect(prints).toHaveLength(SECTION_KEYS.length);
    expect(prints.filter((print) => !text.includes(print))).toEqual([]);
  });

  test('tells how the version came to be, and why the patient did not answer', () => {
    const made = agreedVersion(undefined, { withoutPatient: 'Åse sover.', signatures: [signature('kari', plan)] });
    const [freezing] = resourcesOf(bundleOf(made), 'Provenance');
    expect(freezing).toMatchObject({ reason: [{ text: 'Pasienten kunne ikke svare selv: Åse sover.' }] });
    expect(freezing?.entity?.[0]?.what.identifier?.value).toBe(version.hash);
    expect(readSection(made, 'agreement')).toContain('Pasienten kunne ikke svare selv: Åse sover.');
    expect(resourcesOf(bundle, 'Provenance')[0]?.reason).toBeUndefined();
  });
});

describe('an addendum', () => {
  const addendum = {
    ...{ version: 1, hash: version.hash, participant: personId('per'), name: 'Per Berg', role: 'gp' as const },
    ...{ organisation: null, words: 'Blodprøven var fin.', at: version.agreedAt + 86_400_000 },
  };

  test('has a section of its own, with who and when', () => {
    const made = agreedVersion(undefined, { addenda: [addendum] });
    expect(readSection(made, 'addenda')).toMatch(/Per Berg.*26\.11\.2026.*\n?Blodprøven var fin\./s);
    expect(sectionIn(bundleOf(made), 'addenda')?.author).toMatchObject([{ display: 'Per Berg' }]);
    expect(sectionIn(bundle, 'addenda')).toBeUndefined();
  });

  test('makes another document of the same version, which takes the place of the one before', () => {
    const once = bundleOf(agreedVersion(undefined, { addenda: [addendum] }));
    const twice = bundleOf(agreedVersion(undefined, { addenda: [addendum, addendum] }));
    expect(new Set([bundle, once, twice].map(({ identifier }) => identifier?.value)).size).toBe(3);
    expect(compositionIn(once)).toMatchObject({ status: 'amended', date: '2026-11-26T12:58:00.000Z' });
    expect(compositionIn(once).relatesTo?.[0]?.targetIdentifier?.value).toBe(bundle.identifier?.value);
    expect(compositionIn(twice).relatesTo?.[0]?.targetIdentifier?.value).toBe(once.identifier?.value);
    expect(compositionIn(bundle)).toMatchObject({ status: 'final', date: '2026-11-25T12:58:00.000Z' });
    expect(compositionIn(bundle).relatesTo).toBeUndefined();
  });
});
