import { createHash } from 'node:crypto';
import { io } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Field } from '#shared/plan/fields.ts';
import { PLAN_SCHEMA } from '#shared/plan/schema.ts';
import { section, SECTION_KEYS } from '#shared/plan/sections.ts';
import { runHouse } from './support/house.ts';
import { seated } from './support/seat.ts';
import { MEETING, openSyncHouse, PEOPLE } from './support/syncHouse.ts';
import { askFor, ending, LineEnd, socketEnd, type Visit } from './support/wireEnd.ts';

/** What this version of the registry looks like. */
const FINGERPRINT = { schema: 3, is: 'c639ba88215fe3a5' };

const { kari } = PEOPLE;

/** All of the registry that decides what is written in a document, and by whom; its words are not. */
function fingerprint(): string {
  const parts = SECTION_KEYS.toSorted().map((key) => {
    const part = section(key);
    const fields = part.kind === 'text' ? [] : Object.entries<Field>(part.fields);
    return {
      ...{ key, kind: part.kind, writers: [...part.writers].toSorted() },
      fields: fields.map(([name, { control, shape }]) => [name, control, z.toJSONSchema(shape)]),
    };
  });
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

test('the version of the plan’s form goes up whenever the registry changes', () => {
  expect(
    { schema: PLAN_SCHEMA, is: fingerprint() },
    'The registry changed: raise PLAN_SCHEMA (shared/plan/schema.ts), and put number and fingerprint here.',
  ).toEqual(FINGERPRINT);
});

describe('at the door', () => {
  test.each<[string, Visit]>([
    ['says nothing of it', { schema: null }],
    ['is older', { schema: PLAN_SCHEMA - 1 }],
    ['says what is no number', { schema: 'x' }],
  ])('a page that %s is told to reload, before anything is read', async (_name, visit) => {
    let asked = 0;
    const admit = async () => ((asked += 1), kari);
    const house = await openSyncHouse({ admit });
    const line = new LineEnd(house, kari, visit);
    line.open('story').say(askFor(line.open('needs').doc));
    expect((await ending(line))?.code).toBe(4409);
    expect([asked, house.rooms.count(), house.noted]).toEqual([0, 0, []]);
    expect((await new LineEnd(house, kari).open().sync()).ended).toBeNull();
  });

  test('a page that is newer than the server is let in', async () => {
    const house = await openSyncHouse();
    const line = new LineEnd(house, kari, { schema: PLAN_SCHEMA + 1 });
    expect((await line.open().sync()).ended).toBeNull();
  });

  test('a stock client that says nothing of it is let in, and one that is older is not', async () => {
    const house = await openSyncHouse();
    expect((await socketEnd(house, kari).sync()).ended).toBeNull();
    expect((await socketEnd(house, kari, { section: `story?schema=${PLAN_SCHEMA}` }).sync()).ended).toBeNull();
    const older = socketEnd(house, kari, { section: `story?schema=${PLAN_SCHEMA - 1}`, meeting: MEETING });
    expect((await ending(older))?.code).toBe(4409);
  });
});

test('the live meeting does not let an older page in either', async () => {
  const house = await runHouse();
  const { meeting, people } = await seated(house.url, ['Kari']);
  const told = async (auth: object) => {
    const socket = io(people.Kari.url, {
      ...{ path: '/live', forceNew: true, reconnection: false },
      ...{ auth: { meeting, ...auth }, extraHeaders: { Cookie: people.Kari.cookie } },
    });
    onTestFinished(() => void socket.disconnect());
    return new Promise((resolve) => {
      socket.on('connect', () => resolve('in'));
      socket.on('connect_error', (error) => resolve((error as { data?: { code?: string } }).data?.code));
    });
  };
  expect(await told({ schema: PLAN_SCHEMA - 1 })).toBe('out-of-date');
  expect(await told({ schema: PLAN_SCHEMA })).toBe('in');
  expect(await told({})).toBe('in');
});
