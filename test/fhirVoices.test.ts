import type { Consent } from '@medplum/fhirtypes';
import { describe, expect, test } from 'vitest';
import { bundleOf } from '#server/export/fhir/bundle.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { ParticipantId } from '#shared/ids.ts';
import { blankPlan } from '#shared/plan/plan.ts';
import { RECEIVERS } from '#shared/receivers.ts';
import { agreedVersion, personId, signature } from './support/agreedVersion.ts';
import { readNarrative, resourcesOf, sectionIn } from './support/fhir/document.ts';

const version = agreedVersion();
const bundle = bundleOf(version);
const { plan } = version;
const readSection = (of: AgreedVersion, key: string) =>
  readNarrative(sectionIn(bundleOf(of), key)?.text?.div ?? '').text;

describe('who has written a part', () => {
  const aase = { id: personId('aase'), name: 'Åse Fiktiv', role: 'patient' as const };
  const line = { id: personId('line'), name: 'Line Fiktiv', role: 'kin' as const };
  const gone = {
    id: ParticipantId.parse('somebody-who-is-gone-since'),
    name: 'Ola Borte',
    role: 'municipality' as const,
  };

  /** The Provenance of a part. */
  const penned = (key: string, changes: Partial<AgreedVersion> = {}) =>
    resourcesOf(bundleOf(agreedVersion(undefined, changes)), 'Provenance').find(
      ({ target, activity }) => target[0]?.extension?.[0]?.valueUri === key && !activity?.coding,
    );
  const agents = (key: string, changes: Partial<AgreedVersion> = {}) =>
    penned(key, changes)?.agent.map(({ type, who }) => [type?.coding?.[0]?.code, who.display]);

  test('is the party that alone may write it', () => {
    expect(agents('services')).toEqual([['author', 'Larvik kommune']]);
    expect(sectionIn(bundle, 'services')?.author).toMatchObject([{ display: 'Larvik kommune' }]);
    expect(agents('treatment.own')).toEqual([['author', 'Åse Fiktiv']]);
    expect(sectionIn(bundle, 'treatment.own')?.author).toMatchObject([{ display: 'Åse Fiktiv' }]);
  });

  test('is not known where several may: each of them is named, and none as its author', () => {
    expect(new Set(agents('treatment')?.map(([code]) => code))).toEqual(new Set(['may-write']));
    expect(agents('treatment')?.map(([, who]) => who)).toContain('Larvik kommune');
    expect(sectionIn(bundle, 'treatment')?.author).toBeUndefined();
    expect(readSection(version, 'authors')).toContain('Behandlingsplan: noen av disse, versjonen sier ikke hvem');
  });

  test('is not known where two of kin may', () => {
    const [kin] = version.participants.filter(({ role }) => role === 'kin');
    if (!kin) throw new Error('Åse has kin.');
    const participants = [...version.participants, { ...kin, id: personId('aase'), name: 'Nils Fiktiv' }];
    expect(agents('kin', { participants })?.map(([code]) => code)).toEqual(['may-write', 'may-write']);
    expect(agents('kin')).toEqual([['author', 'Line Fiktiv']]);
  });

  test('is known of the patient’s words: who held the pen for them, and what was there before', () => {
    const both = { story: [{ participants: [aase, line], carried: false }] };
    expect(agents('story', { authors: both })).toEqual([
      ['author', 'Åse Fiktiv'],
      ['enterer', 'Line Fiktiv'],
    ]);
    const before = { story: [{ participants: [gone], carried: true }] };
    expect(agents('story', { authors: before })).toEqual([
      ['enterer', 'Ola Borte'],
      ['carried', 'Hvem som skrev, er ikke kjent'],
    ]);
    expect(readSection(agreedVersion(undefined, { authors: both }), 'authors')).toContain(
      'Hva er viktig for deg?: Åse Fiktiv (pasient) og Line Fiktiv (pårørende)',
    );
  });

  test('writes on behalf of the patient only when the patient wrote nothing', () => {
    const onBehalf = (participants: (typeof aase | typeof line)[]) =>
      penned('story', { authors: { story: [{ participants, carried: false }] } })?.agent.at(-1)?.onBehalfOf?.display;
    expect(onBehalf([line])).toBe('Åse Fiktiv');
    expect(onBehalf([aase, line])).toBeUndefined();
  });

  test('is said of the part’s section and of each resource that it became', () => {
    const targets = penned('services')?.target.map(({ reference }) => reference);
    const services = resourcesOf(bundle, 'ServiceRequest').map(({ fullUrl }) => fullUrl);
    expect(targets).toEqual([bundle.entry?.[0]?.fullUrl, ...services]);
    expect(penned('minutes'), 'nothing stands there').toBeUndefined();
  });
});

describe('consent', () => {
  const consentsOf = (refused: AgreedVersion['refused']) =>
    resourcesOf(bundleOf(agreedVersion(undefined, { refused })), 'Consent');
  const actors = (provision: Consent['provision']) => provision?.actor?.map(({ reference }) => reference.display);

  test('says who gets the plan, and that nobody was refused it', () => {
    const [receivers] = consentsOf([]);
    expect(receivers).toMatchObject({
      ...{ status: 'active', category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }] },
      ...{ patient: { display: 'Åse Fiktiv' }, provision: { type: 'permit' } },
    });
    expect(receivers?.policyRule?.text).toContain('helsepersonelloven');
    expect(actors(receivers?.provision)).toEqual(['Larvik kommune', 'Per Berg', 'Pårørende']);
    expect(receivers?.provision?.provision).toBeUndefined();
  });

  test('says whom the patient refused it', () => {
    const [receivers, kin] = consentsOf(['gp', 'kin']);
    expect(actors(receivers?.provision)).toEqual(['Larvik kommune']);
    expect(receivers?.provision?.provision).toMatchObject([{ type: 'deny' }]);
    expect(actors(receivers?.provision?.provision?.[0])).toEqual(['Per Berg', 'Pårørende']);
    expect(kin?.provision?.provision?.[0]).toMatchObject({ type: 'deny', action: [{ text: 'Få en kopi av planen' }] });
    const text = readSection(agreedVersion(undefined, { refused: ['gp', 'kin'] }), 'consent');
    expect(text).toContain('Pasienten har sagt nei til at disse får planen: fastlegen og pårørende.');
  });

  test('permits nobody when all are refused, also somebody who was not there', () => {
    const [receivers] = consentsOf([...RECEIVERS]);
    expect(receivers?.provision).toMatchObject({ type: 'deny' });
    const absent = { participants: [], refused: ['gp' as const] };
    const [made] = resourcesOf(bundleOf(agreedVersion(undefined, absent)), 'Consent');
    expect(actors(made?.provision?.provision?.[0])).toEqual(['Fastlegen']);
  });

  test('of each of kin says that they take part, and no more than the version knows', () => {
    const [, kin, ...more] = consentsOf([]);
    expect(more).toEqual([]);
    expect(actors(kin?.provision)).toEqual(['Line Fiktiv']);
    expect(kin?.provision?.action).toEqual([{ text: 'Være med i møtet' }]);
    expect(readNarrative(kin?.text?.div ?? '').text).toContain('står ikke i denne versjonen');
  });
});

describe('the list of what is not agreed', () => {
  const [list] = resourcesOf(bundle, 'List');

  test('has each topic, with what each party thinks, who settles it, by when, and what came of it', () => {
    const [row] = plan.disagreements;
    const [settle] = resourcesOf(bundle, 'Task').filter(({ code }) => code?.coding?.[0]?.code === 'settle');
    expect(list?.code).toMatchObject({ coding: [{ code: 'disagreements' }], text: 'Uenighet' });
    expect(list?.entry?.[0]).toMatchObject({
      flag: { coding: [{ code: 'open' }] },
      item: { reference: settle?.fullUrl },
    });
    expect(settle).toMatchObject({
      ...{ description: row?.topic, status: 'requested', owner: { display: 'Mona Hansen' } },
      ...{ restriction: { period: { end: row?.due } }, output: [{ valueString: row?.outcome }] },
    });
    expect(settle?.note?.map(({ authorString, text }) => [authorString, text])).toEqual([
      ['Sykehuset', row?.hospitalView],
      ['Kommunen', row?.municipalityView],
      ['Pasienten', row?.patientView],
    ]);
  });

  test('has the objections to the plan, and not the reservations', () => {
    expect(list?.entry?.slice(1)).toMatchObject([{ flag: { coding: [{ code: 'object' }] } }]);
    expect(list?.entry?.[1]?.item.display).toContain('Tiril Moen');
    expect(readNarrative(list?.text?.div ?? '').text).toContain('Treningen bør starte før 28.11.');
  });

  test('calls settled what is settled', () => {
    const disagreements = plan.disagreements.map((row) => ({ ...row, status: 'settled' as const }));
    const made = bundleOf(agreedVersion({ ...plan, disagreements }));
    expect(resourcesOf(made, 'List')[0]?.entry?.[0]?.flag?.coding?.[0]?.code).toBe('settled');
    expect(resourcesOf(made, 'Task').find(({ code }) => code)?.status).toBe('completed');
  });

  test('is there for an objection alone, and not when all agree', () => {
    const objection = [signature('tiril', blankPlan(), { decision: 'object', reason: 'Det går for fort.' })];
    const alone = agreedVersion(blankPlan(), { signatures: objection });
    const [found] = resourcesOf(bundleOf(alone), 'List');
    expect(found?.entry).toHaveLength(1);
    expect(sectionIn(bundleOf(alone), 'agreement')?.entry?.at(-1)?.reference).toBe(found?.fullUrl);
    const agreed = agreedVersion(blankPlan(), { signatures: [signature('kari', blankPlan())] });
    expect(resourcesOf(bundleOf(agreed), 'List')).toEqual([]);
  });
});
