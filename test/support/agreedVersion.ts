import { aase, type PersonKey } from '#server/demo/aase.ts';
import { fingerprintsOf, hashOf } from '#server/agreement/freeze.ts';
import type { Signature } from '#shared/agreement/signature.ts';
import { AgreedVersion } from '#shared/agreement/version.ts';
import { MeetingId, ParticipantId } from '#shared/ids.ts';
import { blankPlan, type Plan } from '#shared/plan/plan.ts';

/** 25 November 2026, 13:00 in Norway. */
const STARTS_AT = Date.UTC(2026, 10, 25, 12);
const MINUTE_MS = 60_000;

const MEETING = MeetingId.parse('aase-hjem-til-larvik-2026');

/** The id of one of the people of Åse's meeting. */
export const personId = (key: PersonKey): ParticipantId => ParticipantId.parse(`person-i-demomotet--${key}`);

const participants = (Object.keys(aase.people) as PersonKey[]).map((key) => ({
  id: personId(key),
  ...aase.people[key],
}));

/** What somebody says of `plan`, twenty minutes to fifty minutes into the meeting. */
export function signature(key: PersonKey, plan: Plan, said: Partial<Signature> = {}): Signature {
  const { name, role, organisation } = aase.people[key];
  const at = STARTS_AT + 55 * MINUTE_MS;
  return {
    ...{ participant: personId(key), name, role, organisation, hash: hashOf(plan), at },
    ...{ decision: 'agree', sections: [], reason: null, fingerprints: fingerprintsOf(plan), commitments: [] },
    ...said,
  };
}

/** Version 1 of Åse's plan, or of another one: three agree, the GP has a reservation, the therapist objects. */
export function agreedVersion(plan: Plan = aase.plan, changes: Partial<AgreedVersion> = {}): AgreedVersion {
  return AgreedVersion.parse({
    ...{ format: 'agreed-plan/1', version: 1, hash: hashOf(plan), fingerprints: fingerprintsOf(plan) },
    meeting: {
      ...{ id: MEETING, title: aase.title, startsAt: STARTS_AT, demo: true },
      template: { id: aase.template, version: 1 },
    },
    ...{ patient: aase.patient, participants, facilitator: personId(aase.facilitator) },
    signatures: [
      signature('aase', plan),
      signature('kari', plan),
      signature('mona', plan),
      signature('per', plan, {
        decision: 'reserve',
        sections: ['medications', 'medications.reconciled'],
        reason: 'Jeg går gjennom legemidlene på timen 8.12.',
      }),
      signature('tiril', plan, {
        decision: 'object',
        sections: ['services'],
        reason: 'Treningen bør starte før 28.11.',
      }),
    ],
    ...{ withoutPatient: null, sendTo: [], agreedAt: STARTS_AT + 58 * MINUTE_MS, plan },
    ...changes,
  });
}

/** A version in which nobody has written anything. */
export const emptyVersion = (): AgreedVersion =>
  agreedVersion(blankPlan(), { signatures: [], sendTo: ['gp'], withoutPatient: 'Åse sover.' });
