import type { Encounter, Organization, Reference } from '@medplum/fhirtypes';
import { chapterOf, labelled } from '../chapter.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import type { Sheet } from './sheet.ts';
import { SYSTEMS } from './systems.ts';

/** The stay in hospital that the patient goes home from. The date of going home is expected, so no period is claimed. */
export function addEncounter(
  sheet: Sheet,
  people: People,
  hospital: Reference<Organization> | null,
): Reference<Encounter> {
  const { version, identity, agreedOn } = sheet;
  const { plan } = version;
  const departure = chapterOf('departure', plan);
  const goesLater = plan.departure.on !== null && plan.departure.on >= agreedOn;
  const encounter = known<Encounter>({
    resourceType: 'Encounter',
    status: goesLater ? 'in-progress' : 'unknown',
    class: { system: SYSTEMS.actCode, code: 'IMP' },
    subject: people.patient,
    hospitalization:
      departure?.kind === 'fields'
        ? { dischargeDisposition: { text: departure.answers.map(labelled).join('\n') } }
        : undefined,
    serviceProvider: hospital ?? undefined,
  });
  return sheet.place(identity.named('Encounter', ''), encounter);
}
