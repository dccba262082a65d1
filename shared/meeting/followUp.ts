import type { TaskReport } from '#shared/after.ts';
import { AppError } from '#shared/errors.ts';
import { PhaseId } from '#shared/ids.ts';
import { type Plan } from '#shared/plan/plan.ts';
import { tasksOf, type Task } from './tasks.ts';
import { Template, type Phase } from './template.ts';

const MINUTES = 6;

/**
 * The template for a meeting that goes on from one that was held on `held` (`25.11.`): what was promised comes first.
 * A template that shows the promises already stays as it is. Pure.
 * @throws AppError `bad-input` when the template is so large that it takes no phase more.
 */
export function withPromises(template: Template, held: string): Template {
  if (template.phases.some(({ sections }) => sections.includes('promises'))) return template;
  const parsed = Template.safeParse({ ...template, phases: [promisesPhase(template, held), ...template.phases] });
  if (!parsed.success) throw new AppError('bad-input', 'The template has no room for one phase more.');
  return parsed.data;
}

function promisesPhase({ phases }: Template, held: string): Phase {
  const taken = new Set<string>(phases.map(({ id }) => id));
  let id = 'promises';
  for (let number = 2; taken.has(id); number += 1) id = `promises-${number}`;
  return {
    id: PhaseId.parse(id),
    title: { nb: 'Hva lovte vi, og hva skjedde?', nn: 'Kva lova vi, og kva skjedde?' },
    minutes: MINUTES,
    sections: ['promises', 'goals', 'disagreements'],
    firstSpeaker: 'patient',
    prompt: {
      nb: `Dette er fra møtet ${held} Spør pasienten først: hva ble gjort, og hva ble ikke gjort? Skriv hva som skjedde med hvert løfte, og sett ny skår på målene.`,
      nn: `Dette er frå møtet ${held} Spør pasienten først: kva vart gjort, og kva vart ikkje gjort? Skriv kva som skjedde med kvar lovnad, og set ny skår på måla.`,
    },
    remember: [],
    patient: {
      question: { nb: 'Hva lovte vi deg, og hva skjedde?', nn: 'Kva lova vi deg, og kva skjedde?' },
      sentence: {
        nb: `Her står det vi lovte i møtet ${held} Fortell hva som ble gjort, og hva som ikke ble gjort.`,
        nn: `Her står det vi lova i møtet ${held} Fortel kva som vart gjort, og kva som ikkje vart gjort.`,
      },
      sections: ['promises', 'goals', 'disagreements'],
    },
  };
}

/** The parts of the plan that a next meeting starts with. */
export type CarriedOver = Pick<Plan, 'promises' | 'goals' | 'disagreements' | 'story' | 'coordination'>;

/**
 * What of a plan a next meeting starts with: what was promised and what became of it, the goals, what is not settled,
 * the patient's story and whom to call. Rows keep their ids. `reports` are by the task's id. Pure.
 */
export function carriedOver(plan: Plan, reports: ReadonlyMap<string, TaskReport>): CarriedOver {
  const { story, coordination, goals, disagreements } = plan;
  return {
    promises: tasksOf(plan)
      // Who disagrees, and who is to settle it, is carried over where it stands.
      .filter(({ id, section }) => section !== 'disagreements' || isReported(reports.get(id)))
      .map((task) => promiseOf(task, reports.get(task.id), plan)),
    // The score of then stays, so that the new one can be held against it.
    goals: goals.map((goal) => ({ ...goal, scoreLater: null })),
    disagreements: disagreements.filter(({ status }) => status !== 'settled'),
    ...{ story, coordination },
  };
}

/** Their keys. */
export const CARRIED_PARTS = [
  'promises',
  'goals',
  'disagreements',
  'story',
  'coordination',
] as const satisfies readonly (keyof CarriedOver)[];

const isReported = (report: TaskReport | undefined): boolean => report !== undefined && report.state !== 'open';

function promiseOf(task: Task, report: TaskReport | undefined, plan: Plan): Plan['promises'][number] {
  const { id, what, owner, organisation, due, when } = task;
  const before = task.section === 'promises' ? plan.promises.find((row) => row.id === id) : undefined;
  const told = report && isReported(report) ? report : null;
  return {
    ...{ id, what: when ? `${what} (${when})` : what, who: owner, organisation, due },
    happened: told && told.state !== 'open' ? told.state : (before?.happened ?? null),
    words: told?.words ?? before?.words ?? '',
  };
}
