import { describe, expect, test } from 'vitest';
import type { TemplateSummary, TemplateVersion } from '#shared/api.ts';
import type { Template } from '#shared/meeting/template.ts';
import { OWN_LIMITS } from '#server/meeting/ownTemplates.ts';
import { joined, meetingBy, signedIn, type Came, type Guest } from './support/guest.ts';
import { runHouse } from './support/house.ts';

const VESTFOLD = 'Sykehuset i Oppdiktet';
const whole = (came: Came) => came.body as unknown as Template;
const list = async (guest: Guest) => (await guest.get('/api/templates')).body as unknown as TemplateSummary[];
const versions = async (guest: Guest, id: string) =>
  (await guest.get(`/api/templates/${id}/versions`)).body as unknown as TemplateVersion[];
const said = (came: Came) => [came.status, came.body.code];

/** A nurse of a hospital, and the copy that she made of a template. */
async function copying(copyOf = 'short-discharge') {
  const house = await runHouse();
  const kari = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen', organisation: VESTFOLD });
  const came = await kari.post('/api/templates', { copyOf, title: 'Vårt korte møte' });
  expect(came.status).toBe(201);
  return { ...house, kari, copy: whole(came) };
}

const retitled = (template: Template, nb: string): Template => ({ ...template, title: { nb } });
const change = (guest: Guest, basedOn: number, template: Template) =>
  guest.put(`/api/templates/${template.id}`, { basedOn, template });

describe('templates of the house', () => {
  test('are five, for any staff, and say how long they take', async () => {
    const { url } = await runHouse();
    const gp = await signedIn(url, { role: 'gp' });
    expect((await list(gp)).map(({ id, version, minutes, shipped }) => [id, version, minutes, shipped])).toEqual([
      ['children-and-young-people', 1, 60, true],
      ['frail-elderly', 1, 55, true],
      ['several-chronic-conditions', 1, 60, true],
      ['severe-mental-illness-and-substance-use', 1, 65, true],
      ['short-discharge', 1, 22, true],
    ]);
    expect(whole(await gp.get('/api/templates/frail-elderly')).phases[1]?.title.nn).toBe('Kva er viktig for deg?');
    expect(await versions(gp, 'frail-elderly')).toEqual([{ version: 1, at: null, by: null }]);
  });

  test('are changed by nobody, but anyone of the staff may copy one', async () => {
    const { kari, copy } = await copying();
    const shipped = whole(await kari.get('/api/templates/short-discharge'));
    expect(said(await change(kari, 1, retitled(shipped, 'Annet')))).toEqual([403, 'forbidden']);
    expect(whole(await kari.get('/api/templates/short-discharge'))).toEqual(shipped);
    expect(copy).toEqual({ ...shipped, id: copy.id, version: 1, title: { nb: 'Vårt korte møte' } });
    expect(copy.id).toMatch(/^t-.{22,}$/);
    expect((await list(kari)).at(-1)).toMatchObject({ id: copy.id, title: 'Vårt korte møte', shipped: false });
  });

  test.each(['patient', 'kin', 'interpreter'] as const)('are not for a %s', async (role) => {
    const { url } = await runHouse();
    const guest = await signedIn(url, { role });
    for (const path of ['', '/frail-elderly', '/frail-elderly/versions'])
      expect(said(await guest.get(`/api/templates${path}`))).toEqual([403, 'forbidden']);
    const copy = { copyOf: 'frail-elderly', title: 'Min egen' };
    expect(said(await guest.post('/api/templates', copy))).toEqual([403, 'forbidden']);
  });

  test('are not for staff that came by an invitation: that is for one meeting', async () => {
    const { kari, copy } = await copying();
    const mona = await joined(kari, await meetingBy(kari), { role: 'hospital', organisation: VESTFOLD });
    expect(said(await mona.get('/api/templates'))).toEqual([403, 'forbidden']);
    expect(said(await mona.post('/api/templates', { copyOf: copy.id, title: 'X' }))).toEqual([403, 'forbidden']);
    expect(said(await change(mona, 1, retitled(copy, 'Annet')))).toEqual([403, 'forbidden']);
    expect(await versions(kari, copy.id)).toHaveLength(1);
  });
});

describe('templates of an organisation', () => {
  test('are read, changed and used by colleagues', async () => {
    const { url, kari, copy } = await copying();
    const per = await signedIn(url, { role: 'municipality', name: 'Per Fiktiv', organisation: VESTFOLD });
    const changed = await change(per, 1, retitled(copy, 'Enda kortere'));
    expect([changed.status, whole(changed).version]).toEqual([200, 2]);
    expect(whole(await kari.get(`/api/templates/${copy.id}`)).title.nb).toBe('Enda kortere');
    expect((await versions(kari, copy.id)).map(({ version, by }) => [version, by])).toEqual([
      [2, 'Per Fiktiv'],
      [1, 'Kari Nilsen'],
    ]);
    const meeting = await meetingBy(per, copy.id);
    expect((await per.get(`/api/meetings/${meeting}`)).body['title']).toBe('Enda kortere');
  });

  test.each([
    { who: 'of another organisation', organisation: 'Oppdiktet kommune' },
    { who: 'of none', organisation: undefined },
  ])('do not exist for staff $who', async ({ organisation }) => {
    const { url, kari, copy } = await copying();
    const other = await signedIn(url, { role: 'hospital', ...(organisation ? { organisation } : {}) });
    expect((await list(other)).map(({ id }) => id)).not.toContain(copy.id);
    for (const path of ['', '?version=1', '/versions'])
      expect(said(await other.get(`/api/templates/${copy.id}${path}`))).toEqual([404, 'not-found']);
    expect(said(await other.post('/api/templates', { copyOf: copy.id, title: 'X' }))).toEqual([404, 'not-found']);
    expect(said(await change(other, 1, retitled(copy, 'Kapret')))).toEqual([404, 'not-found']);
    const patient = { name: 'Åse Fiktiv' };
    const meeting = { template: copy.id, startsAt: '2026-11-25T12:00:00Z', patient };
    expect(said(await other.post('/api/meetings', meeting))).toEqual([400, 'bad-input']);
    expect(await versions(kari, copy.id)).toHaveLength(1);
  });

  test('are not without number', async () => {
    const { kari, copy } = await copying();
    const more = { copyOf: copy.id, title: 'En til' };
    for (let made = 1; made < OWN_LIMITS.templates; made += 1)
      expect((await kari.post('/api/templates', more)).status).toBe(201);
    expect(said(await kari.post('/api/templates', more))).toEqual([429, 'too-many']);
    expect((await change(kari, 1, retitled(copy, 'Endret likevel'))).status).toBe(200);
  });

  test('are the maker’s own where there is no organisation', async () => {
    const { url } = await runHouse();
    const [kari, other] = [await signedIn(url, { role: 'gp' }), await signedIn(url, { role: 'gp' })];
    const copy = whole(await kari.post('/api/templates', { copyOf: 'frail-elderly', title: 'Min egen' }));
    expect((await change(kari, 1, retitled(copy, 'Min nye'))).status).toBe(200);
    expect(said(await other.get(`/api/templates/${copy.id}`))).toEqual([404, 'not-found']);
    expect((await list(other)).every(({ shipped }) => shipped)).toBe(true);
  });
});

describe('a change', () => {
  test('is a new version, and the old ones stay as they were', async () => {
    const { kari, copy } = await copying();
    await change(kari, 1, { ...retitled(copy, 'Andre'), version: 17 });
    await change(kari, 2, retitled(copy, 'Tredje'));
    const title = async (query: string) => whole(await kari.get(`/api/templates/${copy.id}${query}`)).title.nb;
    expect([await title('?version=1'), await title('?version=2'), await title('')]).toEqual([
      ...['Vårt korte møte', 'Andre', 'Tredje'],
    ]);
    expect(said(await kari.get(`/api/templates/${copy.id}?version=4`))).toEqual([404, 'not-found']);
    expect(said(await kari.get(`/api/templates/${copy.id}?version=siste`))).toEqual([400, 'bad-input']);
  });

  test('of a version that is no longer the newest is refused with the one that is', async () => {
    const { kari, copy } = await copying();
    await change(kari, 1, retitled(copy, 'Først'));
    const late = await change(kari, 1, retitled(copy, 'For sent'));
    expect([...said(late), late.body['version']]).toEqual([409, 'changed', 2]);
    expect(said(await change(kari, 3, retitled(copy, 'For tidlig')))).toEqual([409, 'changed']);
    expect(whole(await kari.get(`/api/templates/${copy.id}`)).title.nb).toBe('Først');
    expect(whole(await change(kari, 2, retitled(copy, 'Nå'))).version).toBe(3);
  });

  test('by two at once is taken from one of them', async () => {
    const { kari, copy } = await copying();
    const both = await Promise.all(['Den ene', 'Den andre'].map((title) => change(kari, 1, retitled(copy, title))));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await versions(kari, copy.id)).toHaveLength(2);
  });

  test('leaves the meetings alone that were made before, and goes into the next', async () => {
    const { kari, copy } = await copying();
    const meeting = await meetingBy(kari, copy.id);
    const agendaOf = async (id: string) => {
      const { template } = (await kari.get(`/api/meetings/${id}`)).body as unknown as { template: Template };
      return { version: template.version, phases: template.phases.map(({ id: phase, minutes }) => [phase, minutes]) };
    };
    const before = await agendaOf(meeting);
    const phases = copy.phases.toReversed().map((phase) => ({ ...phase, minutes: 9 }));
    expect((await change(kari, 1, { ...copy, phases })).status).toBe(200);
    expect(await agendaOf(meeting)).toEqual(before);
    expect(await agendaOf(await meetingBy(kari, copy.id))).toEqual({
      version: 2,
      phases: before.phases.toReversed().map(([phase]) => [phase, 9]),
    });
  });

  test('outlives a restart', async () => {
    const { kari, copy, dataDir, ...house } = await copying();
    await change(kari, 1, retitled(copy, 'Varig'));
    await house.close();
    const { url } = await runHouse({ dataDir });
    const colleague = await signedIn(url, { role: 'hospital', organisation: VESTFOLD });
    expect(whole(await colleague.get(`/api/templates/${copy.id}`)).title.nb).toBe('Varig');
  });
});
