import { expect, describe, test } from 'vitest';
import { Template, wrongPlaces } from '#shared/meeting/template.ts';
import { readTemplates } from '#server/meeting/templates.ts';
import { signedIn, type Came } from './support/guest.ts';
import { runHouse } from './support/house.ts';

type Loose = Record<string, unknown> & { phases: Record<string, unknown>[] };

/** What can be wrong, the place that is told, and how it is made so. */
const SPOILS: [string, string, (template: Loose) => void][] = [
  ['an empty question', 'phases[2].patient.question.nb', ({ phases }) => put(phases[2], 'patient.question.nb', ' ')],
  ['an unknown section', 'phases[0].sections[1]', ({ phases }) => put(phases[0], 'sections', ['story', 'diary'])],
  ['a section twice', 'phases[0].sections', ({ phases }) => put(phases[0], 'sections', ['story', 'story'])],
  ['a second phase of the same id', 'phases[1].id', ({ phases }) => put(phases[1], 'id', 'what-matters')],
  ['a phase of no time', 'phases[3].minutes', ({ phases }) => put(phases[3], 'minutes', 0)],
  [
    'someone else who speaks first about what matters',
    'phases[0].firstSpeaker',
    ({ phases }) => put(phases[0], 'firstSpeaker', 'hospital'),
  ],
  ['agreement in two phases', 'phases[4].then', ({ phases }) => put(phases[0], 'then', 'agree')],
  ['no phase at all', 'phases', (template) => put(template, 'phases', [])],
  ['something required that no phase shows', 'required[0]', (template) => put(template, 'required', ['intensity'])],
  ['a point that is too long', 'checklist[0].nb', (template) => put(template, 'checklist', [{ nb: 'x'.repeat(601) }])],
  ['too many points', 'checklist', (template) => put(template, 'checklist', Array(41).fill({ nb: 'x' }))],
  ['words that turn the text around', 'title.nb', (template) => put(template, 'title', { nb: 'Møte\u202e' })],
  ['a title of two lines', 'title.nb', (template) => put(template, 'title', { nb: 'Møte\nto' })],
  ['half a character', 'about.nb', (template) => put(template, 'about', { nb: 'Møte \ud83d' })],
  ['something nobody asked for', '', (template) => put(template, 'script', 'alert(1)')],
];

const short = readTemplates().get('short-discharge');
function spoiled(template: Template, spoil: (template: Loose) => void): Loose {
  const loose = structuredClone(template) as unknown as Loose;
  spoil(loose);
  return loose;
}

test.each(SPOILS)('what is wrong with a template is told with its place: %s', (_what, place, spoil) => {
  const { error } = Template.safeParse(spoiled(short, spoil));
  const places = error ? wrongPlaces(error).map((line) => line.split(': ')[0]) : [];
  expect(places).toEqual([place || 'template']);
});

describe('over the wire', () => {
  const said = (came: Came) => [came.status, came.body.code];

  /** A nurse, and the copy that she made of a template. */
  async function copying() {
    const { url } = await runHouse();
    const kari = await signedIn(url, { role: 'hospital', name: 'Kari Nilsen' });
    const copy = (await kari.post('/api/templates', { copyOf: short.id, title: 'Vårt møte' }))
      .body as unknown as Template;
    const path = `/api/templates/${copy.id}`;
    const count = async () => ((await kari.get(`${path}/versions`)).body as unknown as unknown[]).length;
    return { kari, copy, path, count };
  }

  test('the place is told as well, and nothing is saved', async () => {
    const { kari, copy, path, count } = await copying();
    for (const [what, place, spoil] of SPOILS) {
      const came = await kari.put(path, { basedOn: 1, template: spoiled(copy, spoil) });
      const places = (came.body['issues'] as { path: string }[] | undefined)?.map((issue) => issue.path);
      expect([...said(came), places], what).toEqual([400, 'bad-input', [place ? `template.${place}` : 'template']]);
    }
    expect(await count()).toBe(1);
    expect((await kari.put(path, { basedOn: 1, template: copy })).status).toBe(200);
  });

  test('a template that is too large, or not JSON, is refused', async () => {
    const { kari, copy, path, count } = await copying();
    const point = { nb: 'å'.repeat(600), nn: 'å'.repeat(100) };
    const points = (count: number) => ({ ...copy, checklist: Array<typeof point>(count).fill(point) });
    const large = await kari.put(path, { basedOn: 1, template: points(38) });
    expect([...said(large), large.body['issues']]).toMatchObject([400, 'bad-input', [{ path: 'template' }]]);
    const larger = await kari.put(path, { basedOn: 1, template: points(80) });
    expect(said(larger)).toEqual([413, 'too-large']);
    expect(said(await kari.postRaw('/api/templates', '{"copyOf":'))).toEqual([400, 'bad-input']);
    expect(said(await kari.post('/api/templates', { copyOf: 'no-such', title: 'X' }))).toEqual([404, 'not-found']);
    expect(said(await kari.post('/api/templates', { copyOf: copy.id, title: ' ' }))).toEqual([400, 'bad-input']);
    expect(said(await kari.put(path, { basedOn: 1, template: { ...copy, id: 't-another' } }))[0]).toBe(400);
    expect(await count()).toBe(1);
  });

  test('a template may be as large as it may be: many phases, long texts, both languages', async () => {
    const { kari, copy, path } = await copying();
    const [first] = copy.phases;
    const more = Array.from({ length: 15 }, (_, number) => ({ ...first!, id: `phase-${number}` }));
    const title = { nb: 'å'.repeat(120), nn: 'ø'.repeat(120) };
    const template = { ...copy, title, phases: [...copy.phases, ...more] };
    const came = await kari.put(path, { basedOn: 1, template });
    expect((came.body as unknown as Template).phases).toHaveLength(20);
  });
});

/** Puts a value at a place such as `patient.question.nb`. */
function put(target: unknown, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop()!;
  const inner = steps.reduce((at, step) => (at as Record<string, unknown>)[step], target);
  (inner as Record<string, unknown>)[last] = value;
}
