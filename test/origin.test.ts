import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { originCheck } from '#server/access/origin.ts';

const asks = (origin: string | undefined, host: string) => ({ headers: { origin, host } }) as IncomingMessage;

test('on the loopback interface only names of this machine are our own, whatever points here', () => {
  const allowed = originCheck(null, true);
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
    expect([host, allowed(asks(`http://${host}`, host))]).toEqual([host, true]);
  for (const host of ['evil.example:3000', 'localhost.evil.example:3000', '%%', ''])
    expect([host, allowed(asks(`http://${host}`, host))]).toEqual([host, false]);
});

test('on a network of a hospital, a demo is reached by any name of the machine, and by no foreign page', () => {
  const allowed = originCheck(null, false);
  expect(allowed(asks('http://ward-pc:3000', 'ward-pc:3000'))).toBe(true);
  expect(allowed(asks('https://evil.example', 'ward-pc:3000'))).toBe(false);
});

test('a configured address is the only one', () => {
  const allowed = originCheck('https://mote.example.no', false);
  expect(allowed(asks('https://mote.example.no', 'inside:3000'))).toBe(true);
  expect(allowed(asks('http://inside:3000', 'inside:3000'))).toBe(false);
});
