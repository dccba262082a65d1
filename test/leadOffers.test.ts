import { expect, test } from 'vitest';
import { MeetingId } from '#shared/ids.ts';
import { createLeadWatch, type LeadWatchParts } from '#server/live/leadWatch.ts';
import { createBell } from '#server/meeting/bell.ts';
import { createOffers } from '#server/meeting/offers.ts';
import { begun, does, talkOf } from './support/begun.ts';
import { kari, mona, NOW } from './support/sitting.ts';
import { until } from './support/until.ts';

test('twenty seconds count from when the line was lost last, not from when it was lost before', async () => {
  const meeting = MeetingId.parse('m'.repeat(24));
  const timers: (() => void)[] = [];
  const here = new Set([kari.id, mona.id]);
  const offers = createOffers();
  const state = { status: 'inMeeting', startedAt: NOW, phase: 'plan', countdown: { kind: 'running', endsAt: NOW } };
  const parts = {
    meetings: { get: () => Promise.resolve({ state, facilitator: kari.id }) },
    participants: { of: () => Promise.resolve([kari, mona]) },
    attendance: { isPresent: (_: MeetingId, id: typeof kari.id) => here.has(id) },
    ...{ offers, bell: createBell(), defer: (_: number, then: () => void) => void timers.push(then) },
    report: (error: unknown) => expect.unreachable(String(error)),
  } as unknown as LeadWatchParts;
  const watch = createLeadWatch(parts);
  const look = async () => {
    watch.look(meeting);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const rings = async (timer: number) => {
    timers[timer]!();
    await new Promise((resolve) => setImmediate(resolve));
  };
  here.delete(kari.id);
  await look();
  here.add(kari.id);
  await look();
  here.delete(kari.id);
  await look();
  await rings(0);
  expect(offers.to(meeting), 'she was back in between').toBeNull();
  await rings(1);
  expect(offers.to(meeting)).toBe(mona.id);
});

test('when everyone has declined to lead, they are asked anew after a while', async () => {
  const { windows } = await begun();
  const { kari, mona, aase } = windows;
  kari.socket.disconnect();
  await until(() => talkOf(aase).offered !== null, 'the offer');
  expect(await does(mona, 'declineLead')).toBe('ok');
  await until(async () => (await does(mona, 'takeLead')) === 'ok', 'her to be asked again');
});
