import type { Row } from './plan.ts';

/** The three appointments that nobody should leave the hospital without. Source: HPH2, HPH3 and HPH5 of the pathways. */
export const PROPOSAL_KINDS = ['homeVisit', 'gp', 'conversation'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** An appointment to propose. */
export interface Proposal {
  kind: ProposalKind;
  /** The day that it is proposed for, `YYYY-MM-DD`; null until the day of the journey home is known. */
  on: string | null;
}

interface Rule {
  /** Days after the journey home. */
  days: number;
  /** A row counts as this one when it is at most so many days away from the proposed day. */
  near: number;
  /** How such a row is spoken of, in bokmål or nynorsk. */
  said: RegExp;
}

const RULES: Record<ProposalKind, Rule> = {
  homeVisit: { days: 3, near: 4, said: /h(jemme|eime)besøk/iu },
  gp: { days: 14, near: 10, said: /fastleg/iu },
  conversation: { days: 28, near: 10, said: /(fire|4)[\s-]*(uker|veker)|0\s*[–-]\s*10/iu },
};

const DAY_MS = 86_400_000;

/**
 * What to propose, in the order in which it would happen: each kind that no row speaks of near its day. A row that has
 * no date yet counts wherever it will be, and so does any row while the journey home has no day.
 */
export function proposalsFor(home: string | null, rows: readonly Pick<Row, string>[]): Proposal[] {
  return PROPOSAL_KINDS.flatMap((kind) => {
    const on = home === null ? null : daysAfter(home, RULES[kind].days);
    return rows.some((row) => isThere(kind, on, row)) ? [] : [{ kind, on }];
  });
}

function isThere(kind: ProposalKind, on: string | null, { what, on: date }: Pick<Row, string>): boolean {
  const { said, near } = RULES[kind];
  if (typeof what !== 'string' || !said.test(what)) return false;
  return on === null || typeof date !== 'string' || Math.abs(dayNumber(date) - dayNumber(on)) <= near;
}

/** The calendar date so many days later. Days, not hours: the clocks change in some nights. */
function daysAfter(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00Z`) / DAY_MS);
