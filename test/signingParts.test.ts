import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { rowsRoot, textRoot } from '#shared/plan/doc.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import { agreementOf, changing, hashOf, makeVersion, planOf, readyMeeting, sign } from './support/agreed.ts';
import { idOf, invite, joined, type Guest } from './support/guest.ts';
import { pen } from './support/pen.ts';

const theirs = async (guest: Guest, meeting: string) => {
  const me = await idOf(guest, meeting);
  return (await agreementOf(guest, meeting)).signatures.filter(({ participant }) => participant === me);
};

describe('a signature', () => {
  test('to some parts covers those alone, by the hash of what each says', async () => {
    const { meeting, people } = await readyMeeting();
    const plan = await planOf(people.Mona, meeting);
    const sections = ['services', 'followup'];
    const came = await sign(people.Mona, meeting, { sections });
    expect([came.status, came.body['sections']]).toEqual([201, sections]);
    expect(came.body['fingerprints']).toEqual({
      services: hashOf(plan['services']),
      followup: hashOf(plan['followup']),
    });
    const { fingerprints, unsigned } = await agreementOf(people.Mona, meeting);
    expect(fingerprints).toEqual(Object.fromEntries(SECTION_KEYS.map((key) => [key, hashOf(plan[key])])));
    expect(unsigned, 'the rest of the plan waits for them').toContain('municipality');
    const rest = SECTION_KEYS.filter((key) => !sections.includes(key));
    await sign(people.Mona, meeting, { sections: rest });
    expect((await agreementOf(people.Mona, meeting)).unsigned).not.toContain('municipality');
  });

  test('lapses where something was changed and nowhere else, and only that is signed anew', async () => {
    const { meeting, people, goals } = await readyMeeting();
    const { Kari, Mona, Per, Åse } = people;
    for (const guest of [Kari, Mona, Åse]) await sign(guest, meeting);
    await sign(Per, meeting, { decision: 'object', sections: ['services'], reason: 'Natt er ikke avklart.' });
    const [first] = rowsRoot(goals.doc).toArray() as Y.Map<unknown>[];
    await changing(Kari, meeting, 'goals', () => first?.set('scoreNow', 9));

    const after = await agreementOf(Kari, meeting);
    expect(after.signatures.map(({ name, lapsed, touched }) => [name.split(' ')[0], lapsed, touched])).toEqual([
      ...(['Kari', 'Mona', 'Åse'] as const).map((name) => [name, true, ['goals']]),
      ['Per', false, ['goals']],
    ]);
    expect(after.unsigned).toEqual(['hospital', 'municipality', 'patient', 'gp']);
    for (const guest of [Kari, Mona, Åse, Per]) await sign(guest, meeting, { sections: ['goals'] });
    const renewed = await agreementOf(Kari, meeting);
    expect(renewed.unsigned).toEqual([]);
    expect(renewed.signatures.every(({ lapsed }) => !lapsed)).toBe(true);
    expect(renewed.signatures.filter(({ decision }) => decision === 'object')).toHaveLength(1);
    expect((await makeVersion(Kari, meeting)).status).toBe(201);
  });

  test('of somebody else of the same party completes theirs', async () => {
    const { meeting, people } = await readyMeeting();
    const nurse = await joined(people.Kari, meeting, { role: 'municipality', name: 'Ida Hjemmesykepleier' });
    await sign(people.Mona, meeting, { sections: ['services'] });
    const rest = SECTION_KEYS.filter((key) => key !== 'services');
    expect((await agreementOf(nurse, meeting)).unsigned).toContain('municipality');
    await sign(nurse, meeting, { sections: rest });
    expect((await agreementOf(nurse, meeting)).unsigned).not.toContain('municipality');
  });

  test('of an interpreter is refused, as is one to a part that is none; kin may sign and need not', async () => {
    const { meeting, people } = await readyMeeting();
    const interpreter = await joined(people.Kari, meeting, { role: 'interpreter' });
    expect((await sign(interpreter, meeting)).status).toBe(403);
    expect((await sign(people.Line, meeting, { sections: ['nothing'] })).status).toBe(400);
    expect((await sign(people.Line, meeting, { sections: ['goals'] })).status).toBe(201);
    await invite(people.Kari, meeting, { role: 'kin' });
    expect((await agreementOf(people.Kari, meeting)).unsigned).not.toContain('kin');
  });
});

describe('what somebody takes on by name', () => {
  const taken = async (guest: Guest, meeting: string) =>
    (await agreementOf(guest, meeting)).tasks.filter(({ takenBy }) => takenBy.length > 0);
  const taskOf = async (guest: Guest, meeting: string, section: SectionKey) =>
    (await agreementOf(guest, meeting)).tasks.find((task) => task.section === section)!;

  test('is their own or that of where they come from, and nobody else’s', async () => {
    const { meeting, people } = await readyMeeting();
    const service = await taskOf(people.Mona, meeting, 'services');
    const refused = await sign(people.Per, meeting, { commitments: [service.id] });
    expect([refused.status, refused.body.code, refused.body['task']]).toEqual([400, 'bad-input', service.id]);
    expect((await sign(people.Mona, meeting, { commitments: ['no-such-task'] })).status).toBe(400);
    const came = await sign(people.Mona, meeting, { commitments: [service.id, service.id] });
    expect(came.body['commitments']).toEqual([{ task: service.id, section: 'services', what: service.what }]);
    expect((await taken(people.Kari, meeting)).map(({ id, takenBy }) => [id, takenBy])).toEqual([
      [service.id, [await idOf(people.Mona, meeting)]],
    ]);
  });

  test('is of a part that they answer for by the same signature', async () => {
    const { meeting, people } = await readyMeeting();
    const commitments = [(await taskOf(people.Mona, meeting, 'services')).id];
    const aside = await sign(people.Mona, meeting, { sections: ['goals'], commitments });
    expect([aside.status, aside.body.code]).toEqual([400, 'bad-input']);
    const reason = 'Ikke før mandag.';
    expect((await sign(people.Mona, meeting, { decision: 'object', sections: ['services'], reason })).status).toBe(201);
    const doubted = { decision: 'reserve', sections: ['goals'], reason, commitments };
    expect((await sign(people.Mona, meeting, doubted)).status, 'they object to it').toBe(400);
    const whole = { ...doubted, sections: ['goals', 'services'] };
    expect((await sign(people.Mona, meeting, whole)).status).toBe(201);
  });

  test('goes when the part is changed, and stays when another is', async () => {
    const { meeting, people } = await readyMeeting();
    const [service, needs] = [await pen(people.Mona, meeting, 'services'), await pen(people.Kari, meeting, 'needs')];
    await sign(people.Mona, meeting, { commitments: [(await taskOf(people.Mona, meeting, 'services')).id] });
    await changing(people.Kari, meeting, 'needs', () => textRoot(needs.doc).insert(0, 'Følge til legen. '));
    expect(await taken(people.Kari, meeting)).toHaveLength(1);
    const [first] = rowsRoot(service.doc).toArray() as Y.Map<Y.Text>[];
    await changing(people.Kari, meeting, 'services', () => first?.get('contact')?.insert(0, 'Tirsdager: '));
    expect(await taken(people.Kari, meeting)).toEqual([]);
  });
});

test('a version says what counts when it is made: two words of one person, each with what is left of it', async () => {
  const { meeting, people } = await readyMeeting();
  const { Kari, Mona, Per, Åse, Line } = people;
  const [task] = (await agreementOf(Mona, meeting)).tasks.filter(({ section }) => section === 'services');
  for (const guest of [Kari, Per, Åse]) await sign(guest, meeting);
  await sign(Line, meeting, { sections: ['goals'] });
  const needs = await pen(Kari, meeting, 'needs');
  await sign(Mona, meeting, { commitments: [task!.id] });
  await changing(Kari, meeting, 'needs', () => textRoot(needs.doc).insert(0, 'Følge til legen. '));
  for (const guest of [Kari, Per, Åse]) await sign(guest, meeting, { sections: ['needs'] });
  await sign(Mona, meeting, { decision: 'reserve', sections: ['needs'], reason: 'Hvem følger?' });
  expect((await makeVersion(Kari, meeting)).status).toBe(201);

  const version = (await Kari.get(`/api/meetings/${meeting}/versions/1`)).body as unknown as {
    fingerprints: Record<string, string>;
    signatures: Awaited<ReturnType<typeof theirs>>;
  };
  expect(version.fingerprints).toEqual((await agreementOf(Kari, meeting)).fingerprints);
  const monas = version.signatures.filter(({ role }) => role === 'municipality');
  expect(monas.map(({ decision, sections, commitments }) => [decision, sections, commitments.length])).toEqual([
    ['agree', [], 1],
    ['reserve', ['needs'], 0],
  ]);
  const [first, second] = monas.map(({ fingerprints }) => Object.keys(fingerprints));
  expect(first).toEqual(SECTION_KEYS.filter((key) => key !== 'needs'));
  expect(second).toEqual(['needs']);
  for (const { fingerprints } of version.signatures)
    expect(Object.entries(fingerprints).every(([key, hash]) => version.fingerprints[key] === hash)).toBe(true);
  expect(await theirs(Mona, meeting)).toHaveLength(2);
});
