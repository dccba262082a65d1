import { fingerprintsOf, hashOf } from '#server/agreement/freeze.ts';
import type { Addendum } from '#shared/agreement/addendum.ts';
import type { Commitment, Decision, Signature } from '#shared/agreement/signature.ts';
import { AgreedVersion } from '#shared/agreement/version.ts';
import { MeetingId, ParticipantId } from '#shared/ids.ts';
import { blankPlan, blankValues, Plan } from '#shared/plan/plan.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import type { Profession, Role } from '#shared/roles.ts';

/** An invented plan that was agreed, and what of it must come out in every face. */
export interface Case {
  name: string;
  version: AgreedVersion;
}

/** 25 November 2026, 13:00 in Norway. */
const STARTS_AT = Date.UTC(2026, 10, 25, 12);
const MINUTE_MS = 60_000;

/** What is said of a plan: rows without ids, fields that are left out are blank. */
export type Told = {
  [K in SectionKey]?: Plan[K] extends string
    ? string
    : Plan[K] extends (infer Row)[]
      ? Partial<Omit<Row, 'id'>>[]
      : Partial<Plan[K]>;
};

/** The whole plan. Rows are called after their part: `goals-1`. */
export function planOf(told: Told): Plan {
  const filled = Object.entries(told).map(([key, value]) => {
    const part = section(key as SectionKey);
    if (part.kind === 'text') return [key, value];
    const blank = blankValues(part.fields);
    if (!Array.isArray(value)) return [key, { ...blank, ...(value as object) }];
    return [key, value.map((row: object, at) => ({ id: `${key}-${at + 1}`, ...blank, ...row }))];
  });
  return Plan.parse({ ...blankPlan(), ...(Object.fromEntries(filled) as object) });
}

/** Somebody of the meeting, by a short name of our own. */
export interface Someone {
  name: string;
  role: Role;
  organisation?: string;
  profession?: Profession;
}

/** What somebody says of the plan. `of`: the plan as it was when they did, where that is another one. */
export interface Saying {
  who: string;
  decision?: Decision;
  sections?: SectionKey[];
  reason?: string;
  commitments?: Commitment[];
  of?: Plan;
  /** The parts that it covers, where that is not all of them. */
  covers?: readonly SectionKey[];
}

export interface Invented {
  name: string;
  title: string;
  template: string;
  patient: AgreedVersion['patient'];
  people: Readonly<Record<string, Someone>>;
  facilitator: string;
  told: Told;
  said: readonly Saying[];
  added?: readonly { who: string; words: string }[];
  more?: Partial<AgreedVersion>;
}

export function caseOf(invented: Invented): Case {
  const { name, title, template, patient, people, facilitator, told, said, added = [], more = {} } = invented;
  const plan = planOf(told);
  const version = AgreedVersion.parse({
    ...{ format: 'agreed-plan/1', version: 1, hash: hashOf(plan), fingerprints: fingerprintsOf(plan) },
    meeting: {
      ...{
        id: MeetingId.parse(`oppdiktet-mote-2026--${name}`.padEnd(24, '-')),
        title,
        startsAt: STARTS_AT,
        demo: true,
      },
      template: { id: template, version: 1 },
    },
    patient,
    participants: Object.entries(people).map(([key, someone]) => ({
      ...{ id: idOf(key), organisation: null, profession: null },
      ...someone,
    })),
    facilitator: idOf(facilitator),
    signatures: said.map((saying, at) => signatureOf(saying, people, plan, at)),
    ...{ withoutPatient: null, sendTo: [], agreedAt: STARTS_AT + 58 * MINUTE_MS, plan },
    addenda: added.map(({ who, words }, at): Addendum => {
      const { role, organisation = null, name } = people[who]!;
      const about = { participant: idOf(who), role, organisation, name };
      return { version: 1, hash: hashOf(plan), ...about, words, at: STARTS_AT + (120 + at) * MINUTE_MS };
    }),
    ...more,
  });
  return { name, version };
}

const idOf = (key: string): ParticipantId => ParticipantId.parse(`oppdiktet-person-2026--${key}`);

function signatureOf(saying: Saying, people: Invented['people'], plan: Plan, at: number): Signature {
  const { who, decision = 'agree', sections = [], reason = null, commitments = [], of = plan, covers } = saying;
  const { name, role, organisation = null } = people[who]!;
  const all = Object.entries(fingerprintsOf(of));
  return {
    ...{ participant: idOf(who), name, role, organisation, hash: hashOf(of) },
    ...{ decision, sections, reason, commitments },
    fingerprints: Object.fromEntries(all.filter(([key]) => !covers || covers.includes(key as SectionKey))),
    at: STARTS_AT + (50 + at) * MINUTE_MS,
  };
}

/** The staff that most meetings have. */
export const STAFF = {
  nurse: { name: 'Hanne Oppdiktet', role: 'hospital', profession: 'nurse', organisation: 'Testvik sykehus' },
  doctor: { name: 'Omar Oppdiktet', role: 'hospital', profession: 'doctor', organisation: 'Testvik sykehus' },
  officer: { name: 'Siv Oppdiktet', role: 'municipality', organisation: 'Testvik kommune' },
  gp: { name: 'Bjørn Oppdiktet', role: 'gp', organisation: 'Testvik legesenter' },
} as const satisfies Record<string, Someone>;
