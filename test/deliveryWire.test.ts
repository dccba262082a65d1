import { once } from 'node:events';
import { setGlobalProxyFromEnv } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mayCall } from '#server/delivery/address.ts';
import type { Receiver } from '#server/delivery/receiver.ts';
import { createWire, WireProblem } from '#server/delivery/wire.ts';
import { openJournal } from './support/journal.ts';

const receiver = (url: string, over: Partial<Receiver> = {}): Receiver => ({
  ...{ id: 'larvik', name: 'Larvik kommune', party: 'municipality', organisations: ['Larvik kommune'] },
  ...{ absentees: false, way: 'mhd', url, network: 'loopback', token: null },
  ...over,
});
const message = { body: Buffer.from('{}'), headers: { 'Content-Type': 'application/fhir+json' } };
const open = new AbortController().signal;

/** Posts where `addresses` are what the name is said to be, and says what became of it. */
async function posted(to: Receiver, addresses: readonly string[] = [], sent = message, closing = open) {
  const asked: string[] = [];
  const wire = createWire({
    patienceMs: 5000,
    resolve: async (host) => {
      asked.push(host);
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  });
  const came = await wire(to, sent, closing).catch((error: unknown) => error);
  if (came instanceof WireProblem) return { asked, problem: came.problem, passes: came.passes };
  if (came instanceof Error) throw came;
  return { asked, answer: came as Awaited<ReturnType<typeof wire>> };
}

/** Somebody who listens on this machine and counts who comes. */
async function listener() {
  let came = 0;
  const server = createServer((socket) => {
    came += 1;
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as { port: number }).port, came: () => came };
}

describe('an address of a receiver', () => {
  test.each([
    ...[
      '127.0.0.1',
      '127.1.2.3',
      '0.0.0.0',
      '169.254.169.254',
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
    ],
    ...['100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::7f00:1', 'fe80::1'],
    ...['fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', 'fe80::1%lo', 'nonsense', ''],
  ])('of the internet is not %s', (address) => {
    expect(mayCall(address, 'public')).toBe(false);
  });

  test.each(['91.186.92.1', '172.32.0.1', '100.128.0.1', '2a02:20c8:1::1', '::ffff:91.186.92.1'])(
    'may be %s',
    (address) => {
      for (const network of ['public', 'private'] as const) expect(mayCall(address, network)).toBe(true);
      expect(mayCall(address, 'loopback'), 'but not of this machine').toBe(false);
    },
  );

  test('of a closed network may be a private one, where the operator says so; never this machine, or where clouds keep secrets', () => {
    for (const address of ['10.1.2.3', '172.20.0.1', '192.168.1.1', 'fd00::1']) {
      expect(mayCall(address, 'private')).toBe(true);
      expect(mayCall(address, 'public')).toBe(false);
    }
    for (const address of ['127.0.0.1', '::1', '169.254.169.254', '0.0.0.0', '::ffff:127.0.0.1'])
      expect(mayCall(address, 'private')).toBe(false);
  });
});

describe('a message', () => {
  test('goes to the address that was judged, whatever the name says later', async () => {
    const journal = await openJournal();
    journal.next({ answers: 200 });
    const { asked, answer } = await posted(receiver(`http://journal.example:${journal.port}/fhir`), ['127.0.0.1']);
    expect(answer?.status).toBe(200);
    expect(asked, 'the name is looked up once').toEqual(['journal.example']);
    expect(journal.calls[0]!.headers.host).toBe(`journal.example:${journal.port}`);
  });

  test.each([
    ['a name of this machine', ['127.0.0.1']],
    ['a name that is of this machine as well', ['91.186.92.1', '127.0.0.1']],
    ['a name of the cloud’s own', ['169.254.169.254']],
    ['a name of the closed network', ['10.0.0.1']],
    ['a mapped address', ['::ffff:127.0.0.1']],
  ])('goes to nobody behind %s', async (_, addresses) => {
    const { port, came } = await listener();
    const to = receiver(`http://journal.example:${port}/fhir`, { network: 'public' });
    expect(await posted(to, addresses)).toMatchObject({ problem: 'not-allowed', passes: false });
    expect(came()).toBe(0);
  });

  test.each(['127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]'])(
    'goes to no number of this machine in other clothes: %s',
    async (host) => {
      const { port, came } = await listener();
      const { problem, asked } = await posted(receiver(`http://${host}:${port}/`, { network: 'public' }));
      expect(problem).toBe('not-allowed');
      expect(asked, 'a number is not looked up').toEqual([]);
      expect(came()).toBe(0);
    },
  );

  test('follows no redirect', async () => {
    const [journal, other] = [await openJournal(), await openJournal()];
    journal.next({ answers: 307, headers: { Location: other.mhd } });
    expect((await posted(receiver(journal.mhd))).answer?.status).toBe(307);
    expect(other.calls).toHaveLength(0);
  });

  test('takes no proxy of the environment', async () => {
    const [journal, proxy] = [await openJournal(), await listener()];
    onTestFinished(setGlobalProxyFromEnv({ http_proxy: `http://127.0.0.1:${proxy.port}` }));
    journal.next({ answers: 200 });
    expect((await posted(receiver(journal.mhd))).answer?.status).toBe(200);
    expect(proxy.came()).toBe(0);
  });

  test('does not go where TLS does not hold', async () => {
    const journal = await openJournal();
    expect(await posted(receiver(journal.mhd.replace('http:', 'https:')))).toMatchObject({ problem: 'unreachable' });
    expect(journal.calls).toHaveLength(0);
  });

  test('that nobody takes can be tried again: nobody listens, nobody has that name', async () => {
    const journal = await openJournal();
    await journal.close();
    expect(await posted(receiver(journal.mhd))).toMatchObject({ problem: 'unreachable', passes: true });
    expect(await posted(receiver('http://nobody.example/'))).toMatchObject({ problem: 'unreachable', passes: true });
  });

  test('larger than any plan does not leave', async () => {
    const journal = await openJournal();
    const large = { ...message, body: Buffer.alloc(21 * 1024 * 1024) };
    expect(await posted(receiver(journal.mhd), [], large)).toMatchObject({ problem: 'not-allowed', passes: false });
    expect(journal.calls).toHaveLength(0);
  });

  test('is waited for no longer when the house closes', async () => {
    const journal = await openJournal();
    journal.next('silent');
    const closing = new AbortController();
    const going = posted(receiver(journal.mhd), [], message, closing.signal);
    closing.abort();
    expect(await going).toMatchObject({ problem: 'unreachable', passes: true });
  });
});
