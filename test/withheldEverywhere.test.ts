import { expect, test } from 'vitest';
import { aase } from '#server/demo/aase.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import { does, treatment } from './support/begun.ts';
import { idOf } from './support/guest.ts';
import { agree, writtenMeeting } from './support/held.ts';
import { windowOf } from './support/liveWindow.ts';
import { until } from './support/until.ts';

const HIDDEN = SECTION_KEYS.filter(
  (key) => !['story', 'function.before', 'departure', 'kin', 'questions'].includes(key),
);
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.entries(value)
          .filter(([k]) => k !== 'id')
          .flatMap(([, v]) => stringsIn(v))
      : [];

test(
  'nothing of what is withheld reaches kin by any door, at any time of the meeting',
  { timeout: 60_000 },
  async () => {
    const { meeting, people } = await writtenMeeting();
    const { kari, line, mona } = people;
    const shown = SECTION_KEYS.filter((key) => !HIDDEN.includes(key))
      .flatMap((key) => stringsIn(aase.plan[key]))
      .join('\n');
    const names = Object.values(aase.people)
      .flatMap(({ name, organisation }) => [name, organisation ?? ''])
      .join('\n');
    const template = (await kari.get(`/api/meetings/${meeting}`)).text;
    const secrets = [...new Set(HIDDEN.flatMap((key) => stringsIn(aase.plan[key])))].filter(
      (s) =>
        s.includes(' ') &&
        s.length > 8 &&
        !shown.includes(s) &&
        !names.includes(s) &&
        !template.includes(JSON.stringify(s).slice(1, -1)),
    );
    expect(secrets.length).toBeGreaterThan(80);
    const told: [string, string][] = [];
    const place = `/api/meetings/${meeting}/participants/${await idOf(line, meeting)}/withheld`;
    expect((await people.aase.put(place, { sections: HIDDEN })).status).toBe(204);
    const win = windowOf(line, meeting);
    win.socket.onAny((name, ...args) => void told.push([`socket ${name}`, JSON.stringify(args)]));
    const k = windowOf(kari, meeting),
      m = windowOf(mona, meeting);
    await until(() => k.seen.meeting !== null && m.seen.meeting !== null && win.seen.meeting !== null, 'windows');
    const look = async (when: string) => {
      for (const path of [
        '',
        '/plan',
        '/readiness',
        '/agreement',
        '/minutes',
        '/minutes?format=text',
        '/tasks',
        '/calendar',
        '/earlier-people',
        '/log',
        '/invitations',
        '/appointment',
        '/versions/1/export?format=text',
        '/versions/1/export?format=json',
        '/versions/1/export?format=patient',
        '/next',
      ])
        told.push([`${when} ${path}`, (await line.get(`/api/meetings/${meeting}${path}`)).text]);
      told.push([`${when} me`, (await line.get('/api/meetings')).text + (await line.get('/api/overview')).text]);
    };
    await look('before');
    await does(k, 'start');
    for (const { id } of (await treatment(kari, meeting)).slice(0, 2)) {
      expect(await does(k, 'propose', { section: 'treatment', row: id })).toBe('ok');
      await does(m, 'comment', { words: 'HEMMELIG KOMMENTAR' });
      await look('on the table');
      await does(k, 'ask', { to: await idOf(line, meeting) });
      for (const kind of ['accept', 'decline', 'endTurn', 'passTurn'])
        told.push([kind, JSON.stringify(await win.ask('command', { kind }))]);
      told.push(['comment', JSON.stringify(await win.ask('command', { kind: 'comment', words: 'x' }))]);
      await does(k, 'ask', { to: await idOf(mona, meeting) });
      await does(m, 'accept');
      await does(k, 'decide', { keep: true });
      await look('decided');
    }
    for (const task of (await mona.get(`/api/meetings/${meeting}/tasks`)).body['tasks'] as { id: string }[])
      told.push(['report', (await line.put(`/api/meetings/${meeting}/tasks/${task.id}`, { state: 'done' })).text]);
    await does(k, 'sumUp');
    await look('summed up');
    await agree(people, meeting);
    await look('agreed');
    const leaks = told.flatMap(([where, text]) =>
      [...secrets, 'HEMMELIG']
        .filter((s) => text.includes(s) || text.includes(JSON.stringify(s).slice(1, -1)))
        .map((s) => `${where}: ${s}`),
    );
    expect(told.length).toBeGreaterThan(100);
    expect([...new Set(leaks)]).toEqual([]);
  },
);
