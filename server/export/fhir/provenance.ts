import type { Provenance, ProvenanceAgent, Reference, Resource } from '@medplum/fhirtypes';
import { hasLapsed, type Signature } from '#shared/agreement/signature.ts';
import { coverOf, spoken, type Word } from '../cover.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import type { Sheet } from './sheet.ts';
import { IDENTIFIERS, SYSTEMS } from './systems.ts';

/** Who said what of exactly which content: an agent for each signature, and the hash that all of them cover. */
export function addProvenance(sheet: Sheet, people: People, target: Reference<Resource>): Reference<Provenance> {
  const { version, identity } = sheet;
  const at = new Date(version.agreedAt).toISOString();
  const words = coverOf(version).words;
  const facilitator = people.of(version.facilitator);
  const provenance = known<Provenance>({
    resourceType: 'Provenance',
    target: [target],
    occurredDateTime: at,
    recorded: at,
    activity: { text: 'Enighet om planen' },
    agent: [
      ...version.signatures
        .filter((signature) => !hasLapsed(signature, version.fingerprints))
        .map((signature) => signatory(signature, people, words[version.signatures.indexOf(signature)])),
      known<ProvenanceAgent>({
        type: { coding: [{ system: SYSTEMS.provenanceAgent, code: 'assembler' }] },
        who: facilitator?.person ?? { display: 'Møteleder' },
        onBehalfOf: facilitator?.organisation ?? undefined,
      }),
    ],
    entity: [{ role: 'source', what: { identifier: { system: IDENTIFIERS.planHash, value: version.hash } } }],
  });
  return sheet.place(identity.named('Provenance', `version ${version.version}`), provenance);
}

function signatory(signature: Signature, people: People, word: Word | undefined): ProvenanceAgent {
  const person = people.of(signature.participant);
  const said = [word && spoken(word), word?.reason].filter((words) => words).join('. ');
  return known<ProvenanceAgent>({
    type: { coding: [{ system: SYSTEMS.provenanceAgent, code: 'attester' }] },
    role: [{ coding: [{ system: SYSTEMS.decision, code: signature.decision }], text: said }],
    who: person?.person ?? { display: plain(signature.name) },
    onBehalfOf: person?.organisation ?? undefined,
  });
}
