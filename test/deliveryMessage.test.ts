import { describe, expect, test } from 'vitest';
import { judge, type Outcome } from '#server/delivery/answer.ts';
import { waitAfter } from '#server/delivery/patience.ts';
import { oidOf, uuidOf } from '#server/delivery/submission.ts';
import { outcome } from './support/journal.ts';

const ID = 'urn:uuid:0d1c3a5e-7b29-5f68-83a4-c1e6f2b7d590';
const NOW = Date.UTC(2026, 10, 22, 13, 2);

/** What is read from an answer to a transaction of three entries, or to one document. */
function read(
  status: number,
  body: unknown,
  { entries = 3, headers = {} }: { entries?: number | null; headers?: object } = {},
) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return judge({ status, headers: { ...headers }, body: bytes }, { identifier: ID, entries }, NOW);
}
const bundle = (type: string, ...statuses: string[]) => ({
  ...{ resourceType: 'Bundle', type, entry: statuses.map((status) => ({ response: { status } })) },
});
const RECEIVED: Outcome = { kind: 'received' };
const WRONG: Outcome = { kind: 'never', problem: 'wrong-answer' };

describe('a receipt', () => {
  test('is an answer that says of every entry that it is there', () => {
    const taken = bundle('transaction-response', '201 Created', '200 OK', '201');
    expect(read(200, taken)).toEqual(RECEIVED);
    expect(read(201, taken)).toEqual(RECEIVED);
    expect(read(202, taken), 'perhaps some day').toEqual(WRONG);
    expect(read(200, bundle('transaction-response', '201', '201'))).toEqual(WRONG);
    expect(read(200, bundle('transaction-response', '201', '201', '422 Unprocessable'))).toEqual(WRONG);
    expect(read(200, bundle('searchset', '201', '201', '201'))).toEqual(WRONG);
    expect(read(200, { ...taken, resourceType: 'Bundl' })).toEqual(WRONG);
  });

  test('for a document is the document, or its new address', () => {
    const sent = { entries: null };
    const document = { resourceType: 'Bundle', type: 'document', identifier: { value: ID } };
    expect(read(201, document, sent)).toEqual(RECEIVED);
    expect(read(201, { ...document, identifier: { value: 'urn:uuid:another' } }, sent)).toEqual(WRONG);
    expect(read(201, '', { ...sent, headers: { location: 'Bundle/1' } })).toEqual(RECEIVED);
    expect(read(201, '', sent)).toEqual(WRONG);
    expect(read(200, '', { ...sent, headers: { location: 'Bundle/1' } })).toEqual(WRONG);
    expect(read(201, '', { headers: { location: 'Bundle/1' } }), 'a transaction').toEqual(WRONG);
  });

  test('can have remarks, but no error', () => {
    expect(read(200, outcome('warning', 'informational'))).toEqual(RECEIVED);
    for (const severity of ['error', 'fatal', 'something new'])
      expect(read(200, outcome(severity, 'x'))).toEqual(WRONG);
    expect(read(200, { resourceType: 'OperationOutcome', issue: [] })).toEqual(WRONG);
    expect(read(200, 'null')).toEqual(WRONG);
  });

  test('is a refusal of what they have already, and of nothing else', () => {
    expect(read(409, outcome('error', 'duplicate'))).toEqual(RECEIVED);
    expect(read(422, outcome('error', 'duplicate'))).toEqual({ kind: 'never', problem: 'refused' });
    expect(read(409, '')).toEqual({ kind: 'never', problem: 'refused' });
  });
});

test('how long a receiver asks us to wait is read as seconds or as a date', () => {
  const asked = (value: string) => {
    const came = read(429, '', { headers: { 'retry-after': value } });
    return came.kind === 'later' ? came.askedMs : came;
  };
  expect(asked('120')).toBe(120_000);
  expect(asked('Sun, 22 Nov 2026 13:03:00 GMT')).toBe(60_000);
  expect(asked('Sun, 22 Nov 2026 13:00:00 GMT')).toBe(0);
  expect(asked('soon')).toBeNull();
});

test('waits double, spread by chance, up to an hour; what was asked is given, up to a day', () => {
  expect([1, 2, 3].map((tries) => waitAfter(tries, 0.5, null))).toEqual([30_000, 60_000, 120_000]);
  expect([0, 1].map((chance) => waitAfter(1, chance, null))).toEqual([22_500, 37_500]);
  expect(waitAfter(29, 0.5, null)).toBe(3_600_000);
  expect(waitAfter(1, 0.5, 7_200_000)).toBe(7_200_000);
  expect(waitAfter(1, 0.5, 1000)).toBe(30_000);
  expect(waitAfter(1, 0.5, 1e12)).toBe(24 * 3_600_000);
});

test('names are made of what they name: the same again, and another for another', () => {
  expect(uuidOf('a', 'b')).toBe(uuidOf('a', 'b'));
  expect(uuidOf('a', 'b')).not.toBe(uuidOf('ab'));
  expect(uuidOf('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(oidOf('f81d4fae-7dec-11d0-a765-00a0c91e6bf6'), 'the example of X.667').toBe(
    'urn:oid:2.25.329800735698586629295641978511506172918',
  );
});
