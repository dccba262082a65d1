import { describe, expect, test } from 'vitest';
import { nextMeetingFrom } from '#lib/state/nextMeetingForm.ts';
import { comingOf, missingOf } from '#lib/state/overview.ts';
import { keyOf, taskGroups } from '#lib/state/taskGroups.ts';
import type { OverviewMeeting, TaskView } from '#shared/after.ts';
import { MeetingId } from '#shared/ids.ts';
import { nb } from './support/speech.ts';

const ID = MeetingId.parse('meeting-about-aase-2026');
const OTHER = MeetingId.parse('meeting-about-bjarne-2026');
const TODAY = '2026-11-26';

const task = (id: string, more: Partial<TaskView> = {}): TaskView => ({
  ...{ id, section: 'treatment', what: `Oppgave ${id}`, owner: '', organisation: '', due: null, when: '' },
  ...{ rests: { role: null, organisation: null }, mine: false, mayReport: false, report: null },
  ...more,
});
const groups = (tasks: readonly TaskView[], done: readonly string[] = []) =>
  taskGroups([{ id: ID, patient: 'Åse Fiktiv', tasks }], done, TODAY, nb);
const lineOf = (more: Partial<TaskView>) => groups([task('one', more)])[0]!.lines[0]!;

describe('tasks on a page', () => {
  test('stand under whom they rest with, one’s own first, and by date', () => {
    const kommune = { role: 'municipality', organisation: 'Larvik kommune' } as const;
    const found = groups([
      task('a', { rests: kommune, due: '2026-12-01' }),
      task('b', { rests: { role: 'gp', organisation: null } }),
      task('c', { owner: 'Ortopedisk poliklinikk' }),
      task('d'),
      task('e', { rests: kommune, due: '2026-11-27' }),
      task('f', { mine: true, rests: { role: 'hospital', organisation: null } }),
    ]);
    expect(found.map(({ title }) => title)).toEqual([
      ...[nb.tasks.mine, 'Larvik kommune', 'Fastlegen', 'Ortopedisk poliklinikk', nb.tasks.nobody],
    ]);
    expect(found[1]?.lines.map((line) => line.task)).toEqual(['e', 'a']);
  });

  test('say in words when they are due, and that they are late until they are done', () => {
    expect(lineOf({ due: '2026-11-25' })).toMatchObject({
      due: 'Fristen var i går, onsdag 25. november',
      isLate: true,
    });
    expect(lineOf({ due: '2026-11-20' }).due).toBe('6 dager over fristen, fredag 20. november');
    expect(lineOf({ due: TODAY, when: '11:20' })).toMatchObject({ due: 'I dag · 11:20', isLate: false });
    expect(lineOf({ due: '2026-11-27' }).due).toBe('I morgen');
    expect(lineOf({ when: 'Hver uke' })).toMatchObject({ due: 'Hver uke', isLate: false });
    const report = { state: 'done', words: '', name: 'Mona Hansen', at: 0 } as const;
    expect(lineOf({ due: '2026-11-20', report }).isLate).toBe(false);
    expect(lineOf({ section: 'disagreements', what: 'De første nettene' }).what).toBe('Avgjøre: De første nettene');
  });

  test('that were done before are apart, and no others', () => {
    const [a, b] = [task('a'), task('b')];
    const [group] = groups([a, b], [keyOf(ID, a), keyOf(OTHER, b)]);
    expect([group?.done.map((line) => line.task), group?.lines.map((line) => line.task)]).toEqual([['a'], ['b']]);
  });
});

const meeting = (more: Partial<OverviewMeeting>): OverviewMeeting => ({
  ...{ id: ID, title: 'Hjem', patient: { name: 'Åse Fiktiv', birthYear: null }, status: 'open', tasks: [] },
  ...{ startsAt: Date.parse('2026-11-28T11:00:00Z'), departureOn: null, missing: 0, missingMine: 0 },
  ...more,
});
const NOW = Date.parse('2026-11-26T22:30:00Z');

describe('what is coming', () => {
  test('are meetings that are not held and journeys home, the next first, today among them', () => {
    const coming = comingOf(
      [
        meeting({ departureOn: '2026-11-26' }),
        meeting({ id: OTHER, startsAt: Date.parse('2026-11-26T08:00:00Z'), departureOn: '2026-11-25' }),
      ],
      NOW,
      nb,
    );
    expect(coming.map(({ key }) => key)).toEqual([`${ID}/departure`, `${OTHER}/meeting`, `${ID}/meeting`]);
  });

  test('is no meeting of yesterday and none that was held, but one that is on', () => {
    const yesterday = Date.parse('2026-11-25T11:00:00Z');
    const shown = (more: Partial<OverviewMeeting>) => comingOf([meeting(more)], NOW, nb).length;
    expect([shown({ startsAt: yesterday }), shown({ status: 'agreed' }), shown({ status: 'summedUp' })]).toEqual([
      0, 0, 0,
    ]);
    expect(shown({ startsAt: yesterday, status: 'inMeeting' })).toBe(1);
  });

  test('lacks what the reader can write, the next first; what only others can write is not told', () => {
    const late = meeting({ missing: 3, missingMine: 2 });
    const soon = meeting({ id: OTHER, startsAt: 0, missing: 1, missingMine: 1 });
    expect(missingOf([late, meeting({ missing: 4 }), soon])).toEqual([soon, late]);
  });
});

test('the next meeting has a day, a time and perhaps a link to the web', () => {
  const form = { date: '2026-12-23', time: '12:00', videoUrl: '' };
  expect(nextMeetingFrom(form)).toEqual({ next: { startsAt: '2026-12-23T11:00:00.000Z' } });
  expect(nextMeetingFrom({ ...form, videoUrl: ' https://video.example/1 ' })).toMatchObject({
    next: { videoUrl: 'https://video.example/1' },
  });
  expect(nextMeetingFrom({ date: '', time: '12:00', videoUrl: 'javascript:alert(1)' })).toEqual({
    faults: ['startsAt', 'videoUrl'],
  });
});
