import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readPart } from '#shared/plan/doc.ts';
import { createHeldLog, MEETING, openSyncHouse, PEOPLE } from './support/syncHouse.ts';
import { stockClient, type StockClient } from './support/stockClient.ts';
import { until } from './support/until.ts';
import { enter } from './support/wireEnd.ts';

const { kari, mona, per, aase, line, jonas, ivar } = PEOPLE;

const agree = (clients: readonly StockClient[], words: string) =>
  until(() => clients.every(({ text }) => text.toJSON() === words), `all to read “${words}”`);

test('stock clients write together, and read the same', async () => {
  const house = await openSyncHouse();
  const clients = [kari, mona, per, aase, line].map((who) => stockClient(house, who));
  await Promise.all(clients.map((client) => client.synced()));
  const [first, second] = clients as [StockClient, StockClient];
  first.text.insert(0, 'Jeg vil hjem til hagen.');
  await agree(clients, 'Jeg vil hjem til hagen.');
  second.text.delete(0, 8);
  await agree(clients, 'hjem til hagen.');
  clients.forEach(({ text }, at) => text.insert(at * 3, String(at)));
  await until(() => new Set(clients.map(({ text }) => text.toJSON())).size === 1, 'all to agree');
  expect(first.text.toJSON()).toHaveLength(20);
  const newcomer = stockClient(house, jonas);
  await newcomer.synced();
  expect(newcomer.text.toJSON()).toBe(first.text.toJSON());
  expect(newcomer.doc.store.pendingStructs).toBeNull();
});

test('a stock client that was away brings what it wrote meanwhile, and gets what the others did', async () => {
  const house = await openSyncHouse();
  const [away, here] = [stockClient(house, kari), stockClient(house, mona)];
  await Promise.all([away.synced(), here.synced()]);
  away.text.insert(0, 'Trapp');
  await agree([here], 'Trapp');
  away.provider.disconnect();
  away.text.insert(5, 'en er bratt');
  away.text.delete(0, 1);
  here.text.insert(5, '!');
  away.provider.connect();
  await away.synced();
  away.text.insert(0, 't');
  await until(() => here.text.toJSON() === away.text.toJSON() && here.text.length === 17, 'both to have it all');
  expect(here.text.toJSON()).toMatch(/^trapp(en er bratt!|!en er bratt)$/);
});

test('a stock client comes back by itself when the line breaks, also while it writes', async () => {
  const house = await openSyncHouse();
  const [writer, reader] = [stockClient(house, kari), stockClient(house, mona)];
  await Promise.all([writer.synced(), reader.synced()]);
  for (let at = 0; at < 40; at++) {
    writer.text.insert(at, String(at % 10));
    if (at % 10 === 5) writer.sockets.at(-1)?.terminate();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await until(() => writer.sockets.length >= 2 && reader.text.length === 40, 'all to have come');
  expect(reader.text.toJSON()).toBe(writer.text.toJSON());
});

test('undo takes back what one wrote oneself, and redo brings it again', async () => {
  const house = await openSyncHouse();
  const [first, second] = [stockClient(house, kari), stockClient(house, mona)];
  await Promise.all([first.synced(), second.synced()]);
  const undo = new Y.UndoManager(first.text, { captureTimeout: 0 });
  first.text.insert(0, 'Hei');
  await agree([second], 'Hei');
  second.text.insert(3, ' Åse');
  await agree([first], 'Hei Åse');
  first.text.delete(1, 2);
  undo.undo();
  await agree([first, second], 'Hei Åse');
  undo.undo();
  await agree([first, second], ' Åse');
  undo.redo();
  await agree([first, second], 'Hei Åse');
});

test('rows and fields travel as they are', async () => {
  const house = await openSyncHouse();
  const [first, second] = [stockClient(house, kari, 'goals'), stockClient(house, mona, 'goals')];
  await Promise.all([first.synced(), second.synced()]);
  const row = new Y.Map<unknown>([['id', 'g1']]);
  row.set('activity', new Y.Text('gå til butikken'));
  first.doc.getArray('content').push([row]);
  await until(() => second.doc.getArray('content').length === 1, 'the row');
  second.doc.getArray<Y.Map<unknown>>('content').get(0).set('scoreNow', 3);
  const text = second.doc.getArray<Y.Map<Y.Text>>('content').get(0).get('activity');
  text?.insert(text.length, ' alene');
  await until(() => readPart('goals', first.doc)[0]?.scoreNow === 3, 'the score');
  await until(() => readPart('goals', first.doc)[0]?.activity === 'gå til butikken alene', 'the words');
  expect(await house.rooms.read({ meeting: MEETING, section: 'goals' })).toEqual(readPart('goals', first.doc));
  first.doc.getArray('content').delete(0, 1);
  await until(() => second.doc.getArray('content').length === 0, 'the row to be gone');
});

test('who may only read is synced, is denied with a word when they write, and stays connected', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const house = await openSyncHouse();
  const [writer, reader] = [stockClient(house, kari), stockClient(house, ivar)];
  await Promise.all([writer.synced(), reader.synced()]);
  writer.text.insert(0, 'Hei');
  await agree([reader], 'Hei');
  reader.text.insert(0, 'x');
  await until(() => warned.mock.calls.length > 0, 'the provider to say so');
  expect(String(warned.mock.calls[0]?.[0])).toContain('Permission denied');
  writer.text.insert(3, '!');
  await agree([writer], 'Hei!');
  await until(() => reader.text.toJSON() === 'xHei!', 'the reader to hear what is written');
  expect(reader.provider.wsconnected).toBe(true);
  expect(writer.text.toJSON()).toBe('Hei!');
  warned.mockRestore();
});

test('a stock client that is not let in is told for good, and does not knock again', async () => {
  const house = await openSyncHouse();
  const client = stockClient(house, kari, 'notes');
  const closed = await new Promise<{ code: number }>((resolve) => client.provider.on('closed', resolve));
  expect(closed.code).toBe(4404);
  expect(client.sockets).toHaveLength(1);
});

test('a stock client whose words cannot be stored comes back and brings them again', async () => {
  const log = createHeldLog();
  const house = await openSyncHouse({ log });
  const [writer, reader] = [stockClient(house, kari), stockClient(house, mona)];
  await Promise.all([writer.synced(), reader.synced()]);
  log.hold();
  writer.text.insert(0, 'Hei');
  await until(() => log.waiting === 1, 'the commit');
  writer.text.insert(3, ' du');
  log.fail();
  await agree([writer, reader], 'Hei du');
  expect(writer.sockets.length).toBeGreaterThan(1);
});

test('stock clients see who is there, by the name that the server gives', async () => {
  const house = await openSyncHouse();
  const [first, second] = [stockClient(house, kari), stockClient(house, mona)];
  await Promise.all([first.synced(), second.synced()]);
  first.provider.awareness.setLocalStateField('user', { name: 'Mona' });
  const seen = () => second.provider.awareness.getStates().get(first.doc.clientID);
  await until(() => seen() !== undefined, 'Kari to be seen');
  expect(seen()).toEqual({ user: { participant: kari.id, name: 'Kari', role: 'hospital', colour: kari.colour } });
  // Each stock client passes on what it hears of the others, which must not come back as news.
  const watcher = await enter(house, per);
  const before = watcher.order.length;
  await watcher.sync();
  expect(watcher.order.length - before).toBeLessThan(5);
  first.provider.destroy();
  await until(() => seen() === undefined, 'Kari to be gone');
});
