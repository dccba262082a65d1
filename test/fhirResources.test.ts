import type { Condition } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { bundleOf } from '#server/export/fhir/bundle.ts';
import { agreedVersion } from './support/agreedVersion.ts';
import { readNarrative, resourcesOf, sectionIn } from './support/fhir/document.ts';

const version = agreedVersion();
const bundle = bundleOf(version);

test('a row keeps its id from the plan to its resource', () => {
  const urls = resourcesOf(bundle, 'Goal').map(({ fullUrl }) => fullUrl);
  expect(urls).toEqual(version.plan.goals.map(({ id }) => `urn:uuid:${id}`));
});

test('two rows that go by the same id, or by the address of something else, get addresses of their own', () => {
  const patient = resourcesOf(bundle, 'Patient')[0]?.fullUrl.replace('urn:uuid:', '') ?? '';
  const { plan } = version;
  const [first] = plan.goals;
  if (!first) throw new Error('Åse has goals.');
  const goals = [first, { ...first }, { ...first }, { ...first, id: patient }, { ...first, id: patient.toUpperCase() }];
  const urls = bundleOf(
    agreedVersion({ ...plan, goals, services: plan.services.map((row) => ({ ...row, id: first.id })) }),
  ).entry?.map(({ fullUrl }) => fullUrl);
  expect(new Set(urls).size).toBe(urls?.length);
});

test('a row that goes by a name that we give ourselves takes nothing’s address', () => {
  const { plan } = version;
  const warnings = plan.warnings.map((row, at) => ({ ...row, id: ['plan', 'sign plan', 'sign 1', '1'][at] ?? '' }));
  const urls = bundleOf(agreedVersion({ ...plan, warnings })).entry?.map(({ fullUrl }) => fullUrl);
  expect(new Set(urls).size).toBe(urls?.length);
});

test('of rows that go by the same id, none is lost', () => {
  const goals = version.plan.goals.map((row) => ({ ...row, id: 'goal' }));
  const services = version.plan.services.map((row) => ({ ...row, id: 'service' }));
  const made = bundleOf(agreedVersion({ ...version.plan, goals, services }));
  expect(sectionIn(made, 'services')?.entry).toHaveLength(4);
  const urls = resourcesOf(made, 'Goal').map(({ fullUrl }) => fullUrl);
  expect(urls).toHaveLength(3);
  expect(resourcesOf(made, 'CarePlan')[0]?.goal?.map(({ reference }) => reference)).toEqual(urls);
});

test('goals stand in the patient’s words, with the patient’s own score', () => {
  const [goal] = resourcesOf(bundle, 'Goal');
  expect(goal).toMatchObject({
    description: { text: 'Gå til postkassen og tilbake alene' },
    expressedBy: { display: 'Åse Fiktiv' },
  });
  const scores = resourcesOf(bundle, 'Observation');
  expect(scores.map(({ valueInteger }) => valueInteger)).toEqual([2, 3, 5]);
  expect(scores[0]?.focus?.[0]?.reference).toBe(goal?.fullUrl);
  expect(scores[0]?.performer?.[0]?.display).toBe('Åse Fiktiv');
});

test('only a service that is granted is an order; what is offered or considered is a proposal', () => {
  const services = resourcesOf(bundle, 'ServiceRequest');
  expect(services.map(({ code, status, intent }) => [code?.text, status, intent])).toEqual([
    ['Helsetjenester i hjemmet', 'active', 'proposal'],
    ['Annet', 'draft', 'proposal'],
    ['Trygghetsalarm', 'active', 'order'],
    ['Digitalt tilsyn', 'draft', 'proposal'],
  ]);
  expect(services[2]?.identifier?.[0]?.value).toBe('2026/1182');
  expect(services[2]?.code?.coding?.[0]).toEqual({ system: 'urn:oid:2.16.578.1.12.4.1.1.9151', code: '6' });
  const { plan } = version;
  const dropped = plan.services.map((row) => ({ ...row, status: 'notRelevant' as const }));
  const [service] = resourcesOf(bundleOf(agreedVersion({ ...plan, services: dropped })), 'ServiceRequest');
  expect(service?.status).toBe('revoked');
});

test('needs are words alone: no resource orders anything for them', () => {
  const needs = sectionIn(bundle, 'needs');
  expect(readNarrative(needs?.text?.div ?? '').text).toContain('støttestrømper');
  expect(needs?.entry).toBeUndefined();
  expect(sectionIn(bundle, 'services')?.entry).toHaveLength(4);
});

test('a medicine that is stopped is stopped, and says why', () => {
  const medicines = resourcesOf(bundle, 'MedicationStatement');
  const stopped = medicines.filter(({ status }) => status === 'stopped');
  expect(
    stopped.map(({ medicationCodeableConcept, statusReason }) => [medicationCodeableConcept?.text, statusReason]),
  ).toEqual([['Zopiklon', [{ text: 'Fall, delir' }]]]);
  expect(medicines.filter(({ status }) => status === 'active')).toHaveLength(6);
});

test('an appointment is a task with its owner and its time in Norway, summer and winter', () => {
  const [, , gp] = resourcesOf(bundle, 'Task');
  expect(gp).toMatchObject({
    description: 'Time hos fastlegen',
    owner: { display: 'Per Berg' },
    executionPeriod: { start: '2026-12-08T11:20:00+01:00' },
  });
  const { plan } = version;
  const summer = plan.followup.map((row) => ({ ...row, on: '2027-06-01', at: '00:30' }));
  const [task] = resourcesOf(bundleOf(agreedVersion({ ...plan, followup: summer })), 'Task');
  expect(task?.executionPeriod?.start).toBe('2027-06-01T00:30:00+02:00');
});

test('an owner who is nobody of the meeting stands in words, not as a reference to somebody else', () => {
  const owners = resourcesOf(bundle, 'Task').map(({ owner }) => [owner?.display, owner?.reference !== undefined]);
  expect(owners).toContainEqual(['Ortopedisk poliklinikk', false]);
  expect(owners).toContainEqual(['Mona Hansen', true]);
});

test('a name that two of the meeting have is a reference to neither', () => {
  const participants = version.participants.map((person) => ({
    ...person,
    name: person.name.replace('Per Berg', 'Mona Hansen'),
  }));
  const owners = resourcesOf(bundleOf(agreedVersion(undefined, { participants })), 'Task').map(({ owner }) => owner);
  expect(owners[0]).toEqual({ display: 'Mona Hansen' });
});

test('each sign that it gets worse is a plan of its own below the plan, with one sign and one answer', () => {
  const [parent, ...zones] = resourcesOf(bundle, 'CarePlan');
  expect(zones.map(({ category }) => category?.[0]?.coding?.[0]?.code)).toEqual(['green', 'yellow', 'red', 'red']);
  expect(zones.every(({ partOf }) => partOf?.[0]?.reference === parent?.fullUrl)).toBe(true);
  expect(zones[2]?.activity?.map(({ detail }) => detail?.description)).toEqual([
    'Dette gjør pasienten: Ring 113.\nHvem skal du ringe? 113',
  ]);
  const signs = zones.map(({ addresses }) => addresses?.map(({ display }) => display));
  expect(signs).toEqual(version.plan.warnings.map(({ sign }) => [sign]));
});

test('a sign that has not come is no illness that the patient has', () => {
  const isSign = ({ category }: Condition) => category?.[0]?.coding?.[0]?.code === 'zone-sign';
  const conditions = resourcesOf(bundle, 'Condition');
  const statuses = conditions
    .filter(isSign)
    .map(({ clinicalStatus, severity }) => [clinicalStatus?.coding?.[0]?.code, severity?.coding?.[0]?.code]);
  expect(statuses).toEqual(['green', 'yellow', 'red', 'red'].map((zone) => ['inactive', zone]));
  const entries = sectionIn(bundle, 'situation')?.entry?.map(({ reference }) => reference);
  expect(entries).toEqual(conditions.filter((one) => !isSign(one)).map(({ fullUrl }) => fullUrl));
});

test('every word of what to do if it gets worse is in the zones, also where the sign or the answer is missing', () => {
  const blank = { zone: null, sign: '', patientDoes: '', kinDoes: '', nurseDoes: '', call: '' };
  const full = { sign: 'a1', patientDoes: 'b2', kinDoes: 'c3', nurseDoes: 'd4', call: 'e5' };
  const warnings = [
    { id: '1', zone: 'red' as const, ...full },
    { ...blank, id: '2', kinDoes: 'f6' },
    { ...blank, id: '3', sign: 'g7' },
    { ...blank, id: '4' },
  ];
  const made = bundleOf(agreedVersion({ ...version.plan, warnings }));
  const [, ...zones] = resourcesOf(made, 'CarePlan');
  const told = JSON.stringify([zones, resourcesOf(made, 'Condition')]);
  expect(['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7'].filter((words) => !told.includes(words))).toEqual([]);
  expect(zones.map(({ addresses }) => addresses?.[0]?.display)).toEqual(['a1', 'Ikke fylt ut.', 'g7']);
  expect(zones.map(({ activity }) => activity?.[0]?.detail?.description).at(-1)).toBe('Ikke fylt ut.');
  expect(zones[1]?.activity?.[0]?.detail?.performer?.map(({ display }) => display)).toEqual(['Line Fiktiv']);
});

test('the plan ties treatment, goals, services and appointments together', () => {
  const [plan] = resourcesOf(bundle, 'CarePlan');
  expect(plan?.activity?.filter(({ detail }) => detail)).toHaveLength(5);
  expect(plan?.activity?.filter(({ reference }) => reference)).toHaveLength(4 + 5);
  expect(plan?.activity?.[0]?.detail?.goal?.[0]?.reference).toBe(resourcesOf(bundle, 'Goal')[0]?.fullUrl);
});

test('the contacts of the plan have their telephone numbers and their places in the team', () => {
  const mona = resourcesOf(bundle, 'PractitionerRole').find(
    ({ practitioner }) => practitioner?.display === 'Mona Hansen',
  );
  expect(mona?.telecom).toEqual([{ system: 'phone', value: '33 00 00 00', use: 'work' }]);
  const [team] = resourcesOf(bundle, 'CareTeam');
  const roles = team?.participant?.map(({ role, member }) => [role?.[0]?.text, member?.display]);
  expect(roles).toContainEqual(['Kontaktlege', 'Jonas Lie']);
  expect(roles?.map(([role]) => role)).not.toContain('Koordinator');
  expect(team?.note?.map(({ text }) => text)).toContain('Koordinator: Tilbudt. Åse tenker på det');
});
