import type { MeetingView } from '#shared/live.ts';
import { isAboutWhatMatters } from '#shared/meeting/agenda.ts';
import { ROLES, type Role } from '#shared/roles.ts';

const MINUTE_MS = 60_000;

/** How the time of a meeting was spent: by party, never by person. */
export interface TimeSpent {
  /** The parties that had the word, the patient first; `share` of all that was said, from 0 to 1. */
  roles: { role: Role; minutes: number; share: number }[];
  /** All phases together. */
  minutes: number;
  /** Of these, on what matters to the patient. */
  matters: { minutes: number; share: number };
}

const FIRST: readonly Role[] = ['patient', 'kin'];
const ORDER = [...FIRST, ...ROLES.filter((role) => !FIRST.includes(role))];

/** Null when nothing was counted. */
export function timeSpentOf({ template, talk }: Pick<MeetingView, 'template' | 'talk'>): TimeSpent | null {
  const { roles, phases } = talk.spent;
  const all = sum(Object.values(phases));
  if (all === 0) return null;
  const said = sum(Object.values(roles));
  const matters = sum(template.phases.filter(isAboutWhatMatters).map(({ id }) => phases[id] ?? 0));
  return {
    roles: ORDER.filter((role) => roles[role] !== undefined).map((role) => {
      const ms = roles[role] ?? 0;
      return { role, minutes: inMinutes(ms), share: said === 0 ? 0 : ms / said };
    }),
    minutes: inMinutes(all),
    matters: { minutes: inMinutes(matters), share: matters / all },
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const inMinutes = (ms: number): number => Math.round(ms / MINUTE_MS);
