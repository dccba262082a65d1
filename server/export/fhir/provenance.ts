import type { Composition, Provenance, Reference } from '@medplum/fhirtypes';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import type { Sheet } from './sheet.ts';
import { IDENTIFIERS, SYSTEMS } from './systems.ts';

/** FHIR's own way to point into a resource: the id of an element of it. */
const TARGET_ELEMENT = 'http://hl7.org/fhir/StructureDefinition/targetElement';

/** The section of the part, which has no resource of its own: its Composition, and the id that the section has there. */
export function sectionTarget(composition: Reference<Composition>, key: SectionKey): Reference<Composition> {
  const display = section(key).heading.nb;
  return { ...composition, display, extension: [{ url: TARGET_ELEMENT, valueUri: key }] };
}

/** How the version came to be: from which content, led by whom, and why the patient has not answered. */
export function addFreezing(sheet: Sheet, people: People, composition: Reference<Composition>): Reference<Provenance> {
  const { version, identity } = sheet;
  const at = new Date(version.agreedAt).toISOString();
  const facilitator = people.of(version.facilitator);
  const without = plain(version.withoutPatient ?? '');
  const provenance = known<Provenance>({
    resourceType: 'Provenance',
    target: [composition],
    occurredDateTime: at,
    recorded: at,
    reason: without === '' ? [] : [{ text: `Pasienten kunne ikke svare selv: ${without}` }],
    activity: { text: `Planen er avtalt og frosset som versjon ${version.version}` },
    agent: [
      known({
        type: { coding: [{ system: SYSTEMS.provenanceAgent, code: 'assembler' }] },
        who: facilitator?.person ?? { display: 'Møteleder' },
        onBehalfOf: facilitator?.organisation ?? undefined,
      }),
    ],
    entity: [{ role: 'source', what: { identifier: { system: IDENTIFIERS.planHash, value: version.hash } } }],
  });
  return sheet.place(identity.named('Provenance', `version ${version.version}`), provenance);
}
