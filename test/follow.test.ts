import { expect, test } from 'vitest';
import { Follow, stopOf } from '#lib/state/follow.svelte.ts';
import { PhaseId } from '#shared/ids.ts';

const [first, second, third] = ['what-matters', 'now', 'medicines'].map((id) => PhaseId.parse(id)) as [
  PhaseId,
  PhaseId,
  PhaseId,
];

test('a window where nobody writes goes where the meeting goes', () => {
  const follow = new Follow(first);
  follow.meetingIsAt(second, false);
  expect(follow.at).toBe(second);
  expect(follow.stayed).toBe(false);
});

test('whoever writes is not moved, however far the meeting goes, until they join', () => {
  const follow = new Follow(first);
  follow.meetingIsAt(second, true);
  follow.meetingIsAt(third, true);
  expect(follow.at).toBe(first);
  expect(follow.stayed).toBe(true);
  follow.join();
  expect(follow.at).toBe(third);
  expect(follow.stayed).toBe(false);
});

test('whoever stayed behind is with the others again when the meeting comes back', () => {
  const follow = new Follow(first);
  follow.meetingIsAt(second, true);
  follow.meetingIsAt(first, true);
  expect(follow.stayed).toBe(false);
  follow.meetingIsAt(second, false);
  expect(follow.at).toBe(second);
});

test('a meeting that only says again where it is moves nobody, and leaves nobody behind', () => {
  const follow = new Follow(first);
  follow.meetingIsAt(first, true);
  expect(follow.stayed).toBe(false);
});

test('starting and summing up are moves like any other: they wait for whoever writes', () => {
  const follow = new Follow(stopOf({ status: 'open' }));
  follow.meetingIsAt(first, true);
  expect(follow.at).toBe(':prepare');
  follow.join();
  follow.meetingIsAt(stopOf({ status: 'summedUp', phase: first }), true);
  expect(follow.at).toBe(first);
  follow.join();
  expect(follow.at).toBe(':agreement');
});
