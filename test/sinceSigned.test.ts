import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ChangesView } from '#shared/agreement/changes.ts';
import { rowsRoot, textRoot } from '#shared/plan/doc.ts';
import { agreedMeeting, changing, makeVersion, readyMeeting, sign } from './support/agreed.ts';
import { idOf, joined, type Guest } from './support/guest.ts';
import { pen } from './support/pen.ts';

const came = (guest: Guest, meeting: string, ends: string) => guest.get(`/api/meetings/${meeting}/changes?${ends}`);
const changesOf = async (guest: Guest, meeting: string, ends: string) =>
  ChangesView.parse((await came(guest, meeting, ends)).body);
/** Which parts, who wrote in each, and how much became another. */
const told = ({ parts }: ChangesView) =>
  parts.map(({ section, by, changes }) => [section, by.map(({ name }) => name.split(' ')[0]).sort(), changes.length]);

/** Puts words at the beginning of a part of text, as somebody, and waits for the house to have them. */
async function adding(guest: Guest, meeting: string, section: 'needs' | 'story', words: string) {
  const hand = await pen(guest, meeting, section);
  await changing(guest, meeting, section, () => textRoot(hand.doc).insert(0, words));
}

describe('what was changed since somebody signed', () => {
  test('is said part by part in words, with who wrote; each has their own', async () => {
    const { meeting, people, goals } = await readyMeeting();
    const { Kari, Mona, Per } = people;
    const since = 'from=signed&to=now';
    expect(told(await changesOf(Mona, meeting, since)), 'who has signed nothing is told of nothing').toEqual([]);
    await sign(Mona, meeting);
    expect(told(await changesOf(Mona, meeting, since))).toEqual([]);
    await adding(Per, meeting, 'needs', 'Følge til legen. ');
    const row = rowsRoot(goals.doc).toArray()[0] as Y.Map<unknown>;
    await changing(Kari, meeting, 'goals', () => row.set('scoreNow', 9));
    const view = await changesOf(Mona, meeting, since);
    expect(told(view)).toEqual([
      ['goals', ['Kari'], 1],
      ['needs', ['Per'], 1],
    ]);
    expect(view.parts[0]?.changes[0]).toMatchObject({
      kind: 'changed',
      row: row.get('id'),
      field: 'scoreNow',
      after: 9,
    });
    expect(view.parts[1]?.changes[0]?.after).toMatch(/^Følge til legen\. /);
    expect(view.parts[1]?.by).toMatchObject([{ id: await idOf(Per, meeting), role: 'gp' }]);
    await sign(Per, meeting);
    expect(told(await changesOf(Per, meeting, since))).toEqual([]);
  });

  test('is counted for each part from the newest word on it', async () => {
    const { meeting, people } = await readyMeeting();
    const { Kari, Mona } = people;
    await sign(Mona, meeting);
    await adding(Kari, meeting, 'story', 'Hjem. ');
    await adding(Kari, meeting, 'needs', 'Følge. ');
    await sign(Mona, meeting, { sections: ['needs'] });
    expect(told(await changesOf(Mona, meeting, 'from=signed&to=now'))).toEqual([['story', ['Kari'], 1]]);
    await adding(people.Per, meeting, 'needs', 'Og hjem. ');
    expect(told(await changesOf(Mona, meeting, 'from=signed&to=now'))).toEqual([
      ['story', ['Kari'], 1],
      ['needs', ['Per'], 1],
    ]);
  });

  test('names those who were shown out since: they wrote what they wrote', async () => {
    const { meeting, people } = await readyMeeting();
    const doctor = await joined(people.Kari, meeting, { role: 'hospital', name: 'Jens Vikar', profession: 'doctor' });
    await sign(people.Mona, meeting);
    await adding(doctor, meeting, 'needs', 'Følge. ');
    await people.Kari.delete(`/api/meetings/${meeting}/participants/${await idOf(doctor, meeting)}`);
    expect(told(await changesOf(people.Mona, meeting, 'from=signed&to=now'))).toEqual([['needs', ['Jens'], 1]]);
  });
});

describe('what was changed between versions', () => {
  test('is told from any one to any other, and to what is written now', async () => {
    const { meeting, people } = await agreedMeeting();
    const { Kari, Mona, Per, Åse } = people;
    await adding(Kari, meeting, 'needs', 'Følge til legen. ');
    for (const guest of [Kari, Mona, Per, Åse]) await sign(guest, meeting, { sections: ['needs'] });
    expect((await makeVersion(Kari, meeting)).body['version']).toBe(2);
    await adding(Per, meeting, 'needs', 'Og hjem. ');
    expect(told(await changesOf(Mona, meeting, 'from=1&to=2'))).toEqual([['needs', ['Kari'], 1]]);
    expect(told(await changesOf(Mona, meeting, 'from=2&to=1')), 'backwards as well').toEqual([['needs', ['Kari'], 1]]);
    expect(told(await changesOf(Mona, meeting, 'from=2&to=now'))).toEqual([['needs', ['Per'], 1]]);
    expect(told(await changesOf(Mona, meeting, 'from=1&to=now'))).toEqual([['needs', ['Kari', 'Per'], 1]]);
    expect(told(await changesOf(Mona, meeting, 'from=1&to=1'))).toEqual([]);
    expect(told(await changesOf(Mona, meeting, 'from=signed&to=2'))).toEqual([]);
  });

  test('is refused for what is none, for a version that is not there, and to whoever does not see it all', async () => {
    const { meeting, people } = await agreedMeeting();
    for (const ends of ['', 'from=1', 'to=now', 'from=now&to=1', 'from=0&to=now', 'from=1.5&to=now', 'from=1&to=x'])
      expect([ends, (await came(people.Mona, meeting, ends)).body.code]).toEqual([ends, 'bad-input']);
    expect((await came(people.Mona, meeting, 'from=1&to=2')).body.code).toBe('not-found');
    expect((await came(people.Line, meeting, 'from=1&to=now')).status).toBe(200);
    const withheld = `/api/meetings/${meeting}/participants/${await idOf(people.Line, meeting)}/withheld`;
    expect((await people.Åse.put(withheld, { sections: ['story'] })).status).toBeLessThan(300);
    expect((await came(people.Line, meeting, 'from=1&to=now')).body.code).toBe('forbidden');
    const log = (await people.Åse.get(`/api/meetings/${meeting}/log`)).body as unknown as Record<string, string>[];
    expect(log.filter(({ about }) => about === 'changes').map(({ action, outcome }) => [action, outcome])).toEqual([
      ['read', 'done'],
    ]);
  });
});
