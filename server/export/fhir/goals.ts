import type { Goal, Observation, Reference } from '@medplum/fhirtypes';
import { sections } from '#shared/plan/sections.ts';
import { clockAt } from '#shared/day.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import type { Placed } from './placed.ts';
import type { Sheet } from './sheet.ts';
import { SYSTEMS } from './systems.ts';

/** The patient-specific functional scale: the patient's own score, 0 to 10, of how an activity goes. */
const PSFS = {
  coding: [{ system: SYSTEMS.instrument, code: 'psfs-activity' }],
  text: 'Pasientspesifikk funksjonsskala (PSFS)',
};

export interface Goals extends Placed<Goal> {
  scores: Reference<Observation>[];
}

/** A Goal in the patient's words for each row that has some, and an Observation for each of its scores. */
export function addGoals(sheet: Sheet, people: People): Goals {
  const all: Reference<Goal>[] = [];
  const byRow = new Map<string, Reference<Goal>>();
  const scores: Reference<Observation>[] = [];
  const { agreedAt } = sheet.version;
  for (const row of sheet.version.plan.goals) {
    const activity = plain(row.activity);
    if (activity === '') continue;
    const url = sheet.identity.ofRow('Goal', row.id);
    const about: Reference<Goal> = { reference: url, display: activity };
    const now = addScore(sheet, people, about, { name: 'now', score: row.scoreNow, on: clockAt(agreedAt).date });
    const later = addScore(sheet, people, about, { name: 'later', score: row.scoreLater, on: sheet.agreedOn });
    scores.push(...now, ...later);
    const goal = sheet.place(url, goalOf(sheet, people, row, later), activity);
    all.push(goal);
    if (!byRow.has(row.id)) byRow.set(row.id, goal);
  }
  return { all, byRow, scores };
}

function goalOf(
  { agreedOn }: Sheet,
  { patient }: People,
  row: Sheet['version']['plan']['goals'][number],
  outcomes: Reference<Observation>[],
): Goal {
  const reason = plain(row.noGoalReason);
  const rank = row.priority === null ? undefined : String(row.priority);
  return known<Goal>({
    resourceType: 'Goal',
    lifecycleStatus: 'active',
    priority: rank === undefined ? undefined : { coding: [{ system: SYSTEMS.goalRank, code: rank }], text: rank },
    description: { text: plain(row.activity) },
    subject: patient,
    target: [{ measure: PSFS }],
    statusDate: agreedOn,
    expressedBy: patient,
    note: reason === '' ? [] : [{ text: `${sections.goals.fields.noGoalReason.label.nb} ${reason}` }],
    outcomeReference: outcomes,
  });
}

function addScore(
  { place, identity }: Sheet,
  { patient }: People,
  goal: Reference<Goal>,
  { name, score, on }: { name: string; score: number | null; on: string },
): Reference<Observation>[] {
  if (score === null) return [];
  const observation: Observation = {
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ system: SYSTEMS.observationCategory, code: 'survey' }] }],
    code: PSFS,
    subject: patient,
    focus: [goal],
    effectiveDateTime: on,
    performer: [patient],
    valueInteger: score,
    referenceRange: [
      { low: { value: 0 }, high: { value: 10 }, text: sections.goals.fields.scoreNow.hint?.nb ?? '0–10' },
    ],
  };
  return [place(identity.named('Observation', `${goal.reference} ${name}`), observation)];
}
