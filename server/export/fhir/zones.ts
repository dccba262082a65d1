import type { CarePlan, Condition, Reference } from '@medplum/fhirtypes';
import { sections } from '#shared/plan/sections.ts';
import { answersOf, labelled, type Answer } from '../chapter.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import { placeRows } from './placed.ts';
import type { Sheet } from './sheet.ts';
import { SYSTEMS } from './systems.ts';

type Warning = Sheet['version']['plan']['warnings'][number];

/** What is done, of which the profile wants exactly one description. */
const DONE = ['patientDoes', 'kinDoes', 'nurseDoes', 'call'];

/** Where a row lacks the sign, or what to do: the drawing wants words in both places, and there are none. */
const UNSAID = 'Ikke fylt ut.';

/**
 * What to do if it gets worse, as HL7 Norway's draft for plans draws it (zone-careplan and zone-condition, version 2):
 * below the plan a child plan for each zone, that is each row, which addresses one Condition, the sign, and has one
 * activity, all that is done. It is a draft, so its profiles are not claimed.
 */
export function addZones(sheet: Sheet, people: People, parent: Reference<CarePlan>): Reference<CarePlan>[] {
  const { plan } = sheet.version;
  return placeRows(sheet, plan.warnings, (row) => {
    const answers = answersOf('warnings', row, plan);
    if (!answers.length) return null;
    const resource = zoneOf(row, answers, { people, parent, sign: addSign(sheet, people, row) });
    return { resource, display: resource.title };
  }).all;
}

/** The sign of the zone: it has not come, so it is neither active nor confirmed. */
function addSign({ identity, place }: Sheet, { patient }: People, row: Warning): Reference<Condition> {
  const text = plain(row.sign) || UNSAID;
  const sign = known<Condition>({
    resourceType: 'Condition',
    clinicalStatus: { coding: [{ system: SYSTEMS.conditionClinical, code: 'inactive' }] },
    verificationStatus: { coding: [{ system: SYSTEMS.conditionVerification, code: 'unconfirmed' }] },
    category: [
      { coding: [{ system: SYSTEMS.conditionKind, code: 'zone-sign' }], text: 'Tegn i planen, ikke en diagnose' },
    ],
    severity: row.zone === null ? undefined : { coding: [{ system: SYSTEMS.planZone, code: row.zone }] },
    code: { text },
    subject: patient,
  });
  return place(identity.ofRow('ZoneSign', `sign ${row.id}`), sign, text);
}

interface Around {
  people: People;
  parent: Reference<CarePlan>;
  sign: Reference<Condition>;
}

function zoneOf(row: Warning, answers: readonly Answer[], { people, parent, sign }: Around): CarePlan {
  const { heading, fields } = sections.warnings;
  const zone = row.zone === null ? null : fields.zone.options[row.zone].nb;
  const done = answers.filter(({ key }) => DONE.includes(key));
  const does = (key: string) => done.some((answer) => answer.key === key);
  const kin = people.all.filter(({ role }) => role === 'kin').map(({ person }) => person);
  return known<CarePlan>({
    resourceType: 'CarePlan',
    partOf: [parent],
    status: 'active',
    intent: 'plan',
    category: zone === null ? [] : [{ coding: [{ system: SYSTEMS.zone, code: String(row.zone) }], text: zone }],
    title: zone === null ? heading.nb : `${heading.nb}: ${zone}`,
    description: plain(row.sign),
    subject: people.patient,
    addresses: [sign],
    activity: [
      {
        detail: known({
          // Whether the sign has come, and this is done, is not in the plan.
          status: 'unknown' as const,
          performer: [...(does('patientDoes') ? [people.patient] : []), ...(does('kinDoes') ? kin : [])],
          description: done.map(labelled).join('\n') || UNSAID,
        }),
      },
    ],
  });
}
