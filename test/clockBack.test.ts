import { expect, test } from 'vitest';
import { PhaseId } from '#shared/ids.ts';
import { courseOf, type Happened } from '#shared/meeting/minutesCourse.ts';
import { kari } from './support/sitting.ts';

test('a clock that is put back in a pause makes no phase shorter than nothing', () => {
  const tell = (at: number, event: Happened['event']): Happened => ({ at, by: kari.id, event });
  const { passes } = courseOf(
    [
      tell(0, { kind: 'started' }),
      tell(100, { kind: 'phase', phase: PhaseId.parse('plan') }),
      tell(110, { kind: 'paused' }),
      tell(200, { kind: 'resumed' }),
      tell(150, { kind: 'summedUp' }),
    ],
    300,
  );
  expect(passes.map(({ ms }) => ms)).toEqual([0]);
});
