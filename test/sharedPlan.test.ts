import { describe, expect, onTestFinished, test } from 'vitest';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import { fieldsRoot } from '#shared/plan/doc.ts';
import { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import { desks, write } from './support/desks.ts';
import { ManualWorld } from './support/manualWorld.ts';
import { ScriptedSocket } from './support/scriptedSocket.ts';
import { until } from './support/until.ts';
import { speechIn } from './support/speech.ts';

describe('writing together', () => {
  test('what one writes shows at the other’s', async () => {
    const { at } = await desks('Kari', 'Mona');
    const [kari, mona] = [await at.Kari.open('needs'), await at.Mona.open('needs')];
    write(kari.doc, ' Våkner om natten.');
    await until(() => mona.words.endsWith(' Våkner om natten.'), 'Mona to see it');
    expect(mona.words).toBe(kari.words);
  });

  test('all parts of one window share one line', async () => {
    const { at } = await desks('Kari');
    await Promise.all([at.Kari.open('needs'), at.Kari.open('services'), at.Kari.open('situation')]);
    expect(at.Kari.world.sockets).toHaveLength(1);
  });

  test('a part that was opened once is the same part ever after', async () => {
    const { at } = await desks('Kari');
    expect(at.Kari.plan.part('needs')).toBe(at.Kari.plan.part('needs'));
  });

  test('rights come from the registry: the municipality writes services, and the hospital reads them', async () => {
    const { at } = await desks('Kari', 'Mona', 'Jonas');
    expect((await at.Mona.open('services')).mayWrite).toBe(true);
    expect((await at.Kari.open('services')).mayWrite).toBe(false);
    expect((await at.Kari.open('clarifications')).mayWrite).toBe(false);
    expect((await at.Jonas.open('clarifications')).mayWrite).toBe(true);
  });

  test('nothing can be written before it is known what is there', async () => {
    const { at } = await desks('Kari');
    const part = at.Kari.plan.part('situation');
    expect(part.mayWrite).toBe(false);
    await until(() => part.loaded, 'the situation to arrive');
    expect(part.mayWrite).toBe(true);
  });
});

describe('rows and answers', () => {
  test('a new row has an id for life, and everybody sees it', async () => {
    const { at } = await desks('Mona', 'Kari');
    const [mona, kari] = [await at.Mona.open('services'), await at.Kari.open('services')];
    const id = mona.list?.add();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    mona.answer('status', 'offered', id ?? '');
    await until(() => kari.rows.some((row) => row.id === id && row['status'] === 'offered'), 'Kari to see it');
  });

  test('who may not write adds, answers and deletes nothing', async () => {
    const { at } = await desks('Kari');
    const part = await at.Kari.open('services');
    const before = part.value;
    const first = part.rows[0]?.id ?? '';
    expect(part.list?.add()).toBeNull();
    part.answer('status', 'granted', first);
    part.list?.delete(first);
    expect(part.value).toEqual(before);
    expect(at.Kari.plan.hasUnsaved).toBe(false);
  });

  test('an answer that does not fit its field is left out, one that fits stands', async () => {
    const { at } = await desks('Kari');
    const part = await at.Kari.open('departure');
    part.answer('on', '2026-13-40');
    part.answer('nonsense', 'x');
    expect(fieldsRoot(part.doc).get('on')).not.toBe('2026-13-40');
    expect(fieldsRoot(part.doc).has('nonsense')).toBe(false);
    part.answer('on', '2026-11-27');
    expect(part.answers['on']).toBe('2026-11-27');
    part.answer('on', null);
    expect(part.answers['on']).toBeNull();
  });

  test('a deleted row comes back where it stood, with its id and all that was in it', async () => {
    const { at } = await desks('Mona', 'Kari');
    const [mona, kari] = [await at.Mona.open('services'), await at.Kari.open('services')];
    const before = mona.rows;
    expect(before.length).toBeGreaterThan(1);
    const first = before[0]?.id ?? '';
    mona.list?.delete(first);
    expect(mona.rows).toHaveLength(before.length - 1);
    expect(mona.list?.removed.map(({ id }) => id)).toEqual([first]);
    await until(() => kari.rows.length === before.length - 1, 'the row to be gone at Kari’s');
    mona.list?.bringBack(first);
    expect(mona.rows).toEqual(before);
    expect(mona.list?.removed).toEqual([]);
    await until(() => kari.rows.length === before.length, 'the row to be back at Kari’s');
    expect(kari.rows).toEqual(before);
  });
});

describe('the end', () => {
  test('of somebody’s place in the meeting closes the line for good, and says so', async () => {
    const { at, people, meeting } = await desks('Kari', 'Mona');
    const mona = await at.Mona.open('services');
    const id = at.Mona.plan.me.participant;
    const came = await people.Kari.delete(`/api/meetings/${meeting}/participants/${id}`);
    expect(came.status).toBe(204);
    await until(() => at.Mona.plan.ended !== null, 'the line to end');
    expect(at.Mona.plan.ended?.code).toBe(4403);
    expect(mona.ended?.code).toBe(4403);
    expect(mona.mayWrite).toBe(false);
    expect(at.Mona.plan.saving).toBe('offline');
    const sockets = at.Mona.world.sockets.length;
    at.Mona.world.pass(600_000);
    expect(at.Mona.world.sockets).toHaveLength(sockets);
  });

  test('of the page closes everything', async () => {
    const { at } = await desks('Kari');
    await at.Kari.open('needs');
    expect(at.Kari.world.isWatching).toBe(true);
    at.Kari.plan.close();
    expect(at.Kari.world.isWatching).toBe(false);
    const [socket] = at.Kari.world.sockets;
    await until(() => socket?.readyState === 3, 'the socket to close');
    at.Kari.world.pass(600_000);
    expect(at.Kari.world.sockets).toHaveLength(1);
  });

  test('can be tried again when somebody asks for it', async () => {
    const sockets: ScriptedSocket[] = [];
    const world = new ManualWorld(() => {
      sockets.push(new ScriptedSocket());
      return sockets.at(-1)?.asSocket as WebSocket;
    });
    const who = { participant: 'p'.repeat(22) as ParticipantId, role: 'hospital' as const };
    const plan = new SharedPlan({
      ...{ meeting: 'm'.repeat(22) as MeetingId, who, url: 'ws://house/line/m', world, speech: speechIn() },
    });
    onTestFinished(() => plan.close());
    plan.part('needs');
    await Promise.resolve();
    sockets[0]?.accept();
    sockets[0]?.end(4401, 'Sign in first.');
    expect(plan.ended?.code).toBe(4401);
    plan.retry();
    expect(plan.ended).toBeNull();
    await until(() => sockets.length === 2, 'a new line');
  });
});
