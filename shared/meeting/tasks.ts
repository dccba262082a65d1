import * as z from 'zod/mini';
import type { Plan } from '#shared/plan/plan.ts';
import { sections } from '#shared/plan/sections.ts';
import { isStaff, Role } from '#shared/roles.ts';
import { plainly } from '#shared/plainly.ts';

/** The parts of the plan in which somebody promises something. */
export const TASK_SECTIONS = ['treatment', 'followup', 'services', 'training', 'disagreements', 'promises'] as const;
export const TaskSection = z.enum(TASK_SECTIONS);
export type TaskSection = z.infer<typeof TaskSection>;

/** Something that was promised: what, by whom, until when. */
export const Task = z.strictObject({
  /** The id of its row in the plan. */
  id: z.string(),
  section: TaskSection,
  what: z.string(),
  /** As the plan says it: a person, or a team. Empty where nobody is named. */
  owner: z.string(),
  organisation: z.string(),
  /** `YYYY-MM-DD` */
  due: z.nullable(z.string()),
  /** When, or how often, in words. */
  when: z.string(),
});
export type Task = z.infer<typeof Task>;

/** As much of a participant as tells whose a task is. */
export interface Owner {
  name: string;
  role: Role;
  organisation: string | null;
}

/** With whom a task rests; null for what cannot be told from the plan. */
export const Rests = z.strictObject({ role: z.nullable(Role), organisation: z.nullable(z.string()) });
export type Rests = z.infer<typeof Rests>;

/** The parts of a plan that tasks are read from. */
export type TaskPlan = Pick<Plan, TaskSection>;

type Found = Omit<Task, 'section'>;

const { kind: SERVICE } = sections.services.fields;

const READERS: { [K in TaskSection]: (rows: Plan[K]) => Found[] } = {
  treatment: (rows) =>
    rows.map(({ id, problem, action, owner, organisation, due, when }) => ({
      ...{ id, what: action.trim() || problem, owner, organisation, due, when },
    })),
  followup: (rows) =>
    rows.map(({ id, what, who, organisation, on, at }) => ({
      ...{ id, what, owner: who, organisation, due: on, when: at ?? '' },
    })),
  services: (rows) =>
    rows
      .filter(({ status }) => status === 'offered' || status === 'granted')
      .map(({ id, kind, extent, start, contact }) => ({
        ...{ id, what: serviceOf(kind, extent), owner: contact, organisation: '', due: start, when: '' },
      })),
  training: (rows) =>
    rows
      .filter(({ who }) => who.trim() !== '')
      .map(({ id, what, who, when }) => ({ id, what, owner: who, organisation: '', due: null, when })),
  disagreements: (rows) =>
    rows
      .filter(({ status }) => status !== 'settled')
      .map(({ id, topic, owner, due }) => ({ id, what: topic, owner, organisation: '', due, when: '' })),
  // What was promised earlier still, and is not done, stays promised.
  promises: (rows) =>
    rows
      .filter(({ happened }) => happened !== 'done')
      .map(({ id, what, who, organisation, due }) => ({ id, what, owner: who, organisation, due, when: '' })),
};

/** Every promise of the plan, what is due first in front. Pure. */
export function tasksOf(plan: TaskPlan): Task[] {
  const taken = new Set<string>();
  return TASK_SECTIONS.flatMap((section) =>
    (READERS[section] as (rows: unknown) => Found[])(plan[section])
      .filter(({ what }) => what.trim() !== '')
      // What was promised and is still to be settled stands twice in a next meeting, and is one task.
      .filter(({ id }) => section !== 'promises' || !taken.has(id))
      .map((found): Task => {
        // Rows of two parts may have one id where somebody meant mischief; a report is of one task all the same.
        const id = taken.has(found.id) ? `${section}.${found.id}` : found.id;
        taken.add(id);
        return { ...found, id, section };
      }),
  ).toSorted((a, b) => compare(a.due ?? '9999', b.due ?? '9999'));
}

/**
 * With whom the task rests: the organisation that it names, else that of the person it names, else the party that the
 * section belongs to.
 */
export function restsWith(task: Task, people: readonly Owner[]): Rests {
  const party = partyIn(task.organisation) ?? partyIn(task.owner);
  const organisation = task.organisation.trim();
  if (organisation && partyIn(organisation) === null) {
    const them = people.find((person) => isSame(person.organisation, organisation));
    return { role: them?.role ?? null, organisation: them?.organisation ?? organisation };
  }
  const named = people.find((person) => isNamed(task, person));
  if (party === null && named) return { role: named.role, organisation: named.organisation };
  const role = party ?? (task.section === 'services' ? 'municipality' : null);
  return { role, organisation: onlyOneOf(role, people) };
}

/** Whether the task is somebody's own, or that of the organisation they come from. */
export function isTheirs(task: Task, who: Owner, people: readonly Owner[]): boolean {
  if (isNamed(task, who)) return true;
  if (!isStaff(who.role)) return [task.organisation, task.owner].some((words) => partyIn(words) === who.role);
  const rests = restsWith(task, people);
  if (rests.organisation !== null && who.organisation !== null) return isSame(who.organisation, rests.organisation);
  // What is said of a party is said of each organisation of it, so it must be the only one.
  return rests.role === who.role && organisationsOf(who.role, people).size <= 1;
}

/** The patient says what became of any task, others of those that are theirs, and the interpreter of none. */
export function mayReport(task: Task, who: Owner, people: readonly Owner[]): boolean {
  if (who.role === 'interpreter') return false;
  return who.role === 'patient' || isTheirs(task, who, people);
}

/** Whole days from `today` (`YYYY-MM-DD`) until the task is due: negative when it is overdue, null without a date. */
export function daysLeft({ due }: Pick<Task, 'due'>, today: string): number | null {
  return due === null ? null : Math.round((Date.parse(due) - Date.parse(today)) / DAY_MS);
}

const DAY_MS = 86_400_000;

function serviceOf(kind: Plan['services'][number]['kind'], extent: string): string {
  if (kind === null || kind === 'other') return extent;
  return [SERVICE.options[kind].nb, extent.trim()].filter(Boolean).join(': ');
}

/** Words by which people call a party instead of an organisation. */
const PARTIES: Readonly<Record<string, Role>> = {
  ...{ sykehuset: 'hospital', posten: 'hospital', avdelingen: 'hospital' },
  ...{ kommunen: 'municipality', hjemmesykepleien: 'municipality', hjemmetjenesten: 'municipality' },
  ...{ fastlegen: 'gp', fastlege: 'gp', fastlegekontoret: 'gp', pasienten: 'patient', pårørende: 'kin' },
};

const partyIn = (words: string): Role | null => {
  const plain = plainly(words);
  return Object.hasOwn(PARTIES, plain) ? PARTIES[plain]! : null;
};

const isSame = (one: string | null, other: string): boolean =>
  one !== null && plainly(one) !== '' && plainly(one) === plainly(other);

/** Whether the owner's words name the person, whole name and whole words. */
function isNamed({ owner }: Task, { name }: Owner): boolean {
  const [words, wanted] = [plainly(owner).match(WORD) ?? [], plainly(name).match(WORD) ?? []];
  return wanted.length > 0 && words.some((_, at) => wanted.every((word, further) => words[at + further] === word));
}

const WORD = /[\p{L}\p{M}\p{N}'’-]+/gu;

/** The organisations of the role, by how they are compared. */
function organisationsOf(role: Role, people: readonly Owner[]): ReadonlyMap<string, string> {
  const named = people.flatMap((person) => (person.role === role && person.organisation?.trim()) || []);
  return new Map(named.map((organisation) => [plainly(organisation), organisation]));
}

function onlyOneOf(role: Role | null, people: readonly Owner[]): string | null {
  const all = role === null ? new Map<string, string>() : organisationsOf(role, people);
  return all.size === 1 ? ([...all.values()][0] ?? null) : null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
