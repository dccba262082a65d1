import * as z from 'zod/mini';
import { isAnswered, type Plan } from '#shared/plan/plan.ts';
import { Role } from '#shared/roles.ts';
import { restsWith, tasksOf, type Owner } from './tasks.ts';

/** What stands in the plan of what was said in the meeting. Empty words are what was not said; dates are `YYYY-MM-DD`. */
export const PlanTold = z.strictObject({
  disagreements: z.array(
    z.strictObject({
      topic: z.string(),
      views: z.array(z.strictObject({ role: Role, words: z.string() })),
      /** Who settles it, by when. */
      owner: z.string(),
      due: z.nullable(z.string()),
      outcome: z.string(),
      open: z.boolean(),
    }),
  ),
  /** No answers: it is not answered. */
  questions: z.array(z.strictObject({ question: z.string(), answers: z.array(z.string()) })),
  /** How the patient has understood it, in the patient's words: by their own hand, or written down by staff. */
  understood: z.array(z.strictObject({ words: z.string(), writtenBy: z.enum(['patient', 'hospital']) })),
  /** By organisation, or by party where none is known. */
  tasks: z.array(
    z.strictObject({
      organisation: z.nullable(z.string()),
      role: z.nullable(Role),
      tasks: z.array(
        z.strictObject({ what: z.string(), owner: z.string(), due: z.nullable(z.string()), when: z.string() }),
      ),
    }),
  ),
  /** Written down during the meeting, by the point of the agenda that the writer named. */
  notes: z.array(z.strictObject({ phase: z.string(), note: z.string() })),
});
export type PlanTold = z.infer<typeof PlanTold>;

const VIEWS = {
  patientView: 'patient',
  kinView: 'kin',
  municipalityView: 'municipality',
  gpView: 'gp',
  hospitalView: 'hospital',
} as const;

export function planTold(plan: Plan, people: readonly Owner[]): PlanTold {
  return {
    disagreements: disagreementsOf(plan),
    questions: questionsOf(plan),
    understood: [
      { words: plan['conversation.confirmed'].words, writtenBy: 'patient' as const },
      { words: plan.conversation.teachBack, writtenBy: 'hospital' as const },
    ].filter(({ words }) => isAnswered(words)),
    tasks: taskGroups(plan, people),
    notes: plan.minutes.filter(({ note }) => isAnswered(note)).map(({ phase, note }) => ({ phase, note })),
  };
}

function disagreementsOf(plan: Plan): PlanTold['disagreements'] {
  return plan.disagreements
    .map((row) => ({
      ...{ topic: row.topic, owner: row.owner, due: row.due, outcome: row.outcome, open: row.status !== 'settled' },
      views: (Object.keys(VIEWS) as (keyof typeof VIEWS)[])
        .filter((view) => isAnswered(row[view]))
        .map((view) => ({ role: VIEWS[view], words: row[view] })),
    }))
    .filter(({ topic, views, outcome }) => isAnswered(topic) || views.length > 0 || isAnswered(outcome));
}

function questionsOf(plan: Plan): PlanTold['questions'] {
  return plan.questions
    .filter(({ question }) => isAnswered(question))
    .map(({ id, question }) => ({
      question,
      answers: plan['questions.answers']
        .filter((row) => row.question === id && isAnswered(row.answer))
        .map(({ answer }) => answer),
    }));
}

/** Who settles a disagreement stands with the disagreement. */
function taskGroups(plan: Plan, people: readonly Owner[]): PlanTold['tasks'] {
  const groups = new Map<string, PlanTold['tasks'][number]>();
  for (const task of tasksOf(plan).filter(({ section }) => section !== 'disagreements')) {
    const { organisation, role } = restsWith(task, people);
    const name = organisation ?? role ?? '';
    const group = groups.get(name) ?? { organisation, role, tasks: [] };
    const { what, owner, due, when } = task;
    group.tasks.push({ what, owner, due, when });
    groups.set(name, group);
  }
  // What rests with nobody is last, where it is seen.
  const nobody = groups.get('');
  return [...[...groups.values()].filter((group) => group !== nobody), ...(nobody ? [nobody] : [])];
}
