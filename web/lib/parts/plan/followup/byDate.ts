import type { Row } from '#shared/plan/plan.ts';

/** The appointments as they will come; those without a date last, as they stand. */
export function byDate(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (moment(a) < moment(b) ? -1 : moment(a) > moment(b) ? 1 : 0));
}

const moment = ({ on, at }: Row): string => `${on ?? '9999'} ${at ?? ''}`;
