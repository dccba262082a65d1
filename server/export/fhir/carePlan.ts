import type {
  CarePlan,
  CarePlanActivity,
  CareTeam,
  Condition,
  Reference,
  ServiceRequest,
  Task,
} from '@medplum/fhirtypes';
import { answersOf, labelled } from '../chapter.ts';
import type { Goals } from './goals.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import type { Sheet } from './sheet.ts';

type Treatment = Sheet['version']['plan']['treatment'][number];

/** What the plan ties together. */
export interface Ties {
  careTeam: Reference<CareTeam>;
  conditions: Reference<Condition>[];
  goals: Goals;
  services: Reference<ServiceRequest>[];
  followup: Reference<Task>[];
}

/** The plan of the meeting: its treatment as activities of its own, services and appointments by reference. */
export function addCarePlan(sheet: Sheet, people: People, ties: Ties): Reference<CarePlan> {
  const { version, identity, agreedOn } = sheet;
  const facilitator = people.of(version.facilitator);
  const plan = known<CarePlan>({
    resourceType: 'CarePlan',
    status: 'active',
    intent: 'plan',
    title: 'Plan fra tverrfaglig møte',
    subject: people.patient,
    created: agreedOn,
    author: facilitator?.person,
    careTeam: [ties.careTeam],
    addresses: ties.conditions,
    goal: ties.goals.all,
    activity: [
      ...version.plan.treatment.flatMap((row) => activityOf(row, sheet, people, ties.goals)),
      ...[...ties.services, ...ties.followup].map((reference) => ({ reference })),
    ],
  });
  return sheet.place(identity.named('CarePlan', 'plan'), plan, plan.title);
}

function activityOf(row: Treatment, { version }: Sheet, people: People, goals: Goals): CarePlanActivity[] {
  const answers = answersOf('treatment', row, version.plan);
  if (!answers.length) return [];
  const told = (key: string) => answers.find((answer) => answer.key === key);
  const [problem, aim, action, owner, when] = ['problem', 'goal', 'action', 'owner', 'when'].map(told);
  const reason = told('medicalReason');
  const goal = row.forGoal === null ? undefined : goals.byRow.get(row.forGoal);
  return [
    {
      detail: known({
        code: problem ? { text: problem.words } : undefined,
        goal: goal ? [goal] : [],
        // Whether it has begun is not in the plan.
        status: row.due === null ? ('unknown' as const) : ('scheduled' as const),
        scheduledTiming:
          row.due === null ? undefined : known({ event: [row.due], code: when ? { text: when.words } : undefined }),
        scheduledString: row.due === null ? when?.words : undefined,
        performer: owner ? [people.named(owner.words)] : [],
        description: [action?.words, aim && labelled(aim), reason && labelled(reason)]
          .filter((words) => words !== undefined)
          .join('\n'),
      }),
    },
  ];
}
