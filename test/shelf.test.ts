import { expect, test } from 'vitest';
import { createShelf } from '#server/export/shelf.ts';
import { MeetingId } from '#shared/ids.ts';
import { agreedVersion } from './support/agreedVersion.ts';
import { doubts } from './support/cases/doubts.ts';

const version = (number: number) => agreedVersion(undefined, { version: number });

test('a face is made once, and anew for another version or format', async () => {
  let made = 0;
  const { face: shelf } = createShelf(async ({ version: number }, format) => `${number} ${format} ${++made}`);
  expect([await shelf(version(1), 'pdf'), await shelf(version(1), 'pdf')]).toEqual(['1 pdf 1', '1 pdf 1']);
  expect([await shelf(version(2), 'pdf'), await shelf(version(1), 'text')]).toEqual(['2 pdf 2', '1 text 3']);
});

test('what was added to a version is in what is handed out from then on', async () => {
  let made = 0;
  const { face: shelf } = createShelf(async ({ addenda }) => `${addenda.length} ${++made}`);
  const { addenda, ...rest } = doubts.version;
  expect(await shelf({ ...rest, addenda: [] }, 'pdf')).toBe('0 1');
  expect(await shelf({ ...rest, addenda }, 'pdf')).toBe('2 2');
  expect(await shelf({ ...rest, addenda }, 'pdf')).toBe('2 2');
});

test('what could not be made is tried again', async () => {
  let tries = 0;
  const { face: shelf } = createShelf(async () => {
    tries += 1;
    if (tries === 1) throw new Error('no paper');
    return 'made';
  });
  await expect(shelf(version(1), 'pdf')).rejects.toThrow('no paper');
  expect(await shelf(version(1), 'pdf')).toBe('made');
});

test('only so many are kept', async () => {
  let made = 0;
  const { face: shelf } = createShelf(async () => ++made);
  for (let number = 1; number <= 41; number++) await shelf(version(number), 'pdf');
  expect(await shelf(version(41), 'pdf')).toBe(41);
  expect(await shelf(version(1), 'pdf')).toBe(42);
});

test('a meeting that is deleted has no faces left, and another keeps its own', async () => {
  let made = 0;
  const { face, forget } = createShelf(async () => ++made);
  const one = version(1);
  const other = { ...one, meeting: { ...one.meeting, id: MeetingId.parse('et-annet-mote-i-larvik-2026') } };
  expect([await face(one, 'pdf'), await face(other, 'pdf')]).toEqual([1, 2]);
  forget(one.meeting.id);
  expect([await face(other, 'pdf'), await face(one, 'pdf')]).toEqual([2, 3]);
});
