import type { Composition, Provenance, ProvenanceEntity, Reference, Resource } from '@medplum/fhirtypes';
import type { Commitment, Signature } from '#shared/agreement/signature.ts';
import { section, SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import { NOTICES, spoken, type Word } from '../cover.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import type { Placed } from './placed.ts';
import { sectionTarget } from './provenance.ts';
import { isOfRow, type Sheet } from './sheet.ts';
import { IDENTIFIERS, SYSTEMS } from './systems.ts';
import { narrative, paragraph } from './xhtml.ts';

/** A signature in the document: what was said, in words, and the Provenance that says it. */
export interface Signed {
  signature: Signature;
  word: Word;
  provenance: Reference<Provenance>;
}

/** What a signature refers to. */
export interface Signable {
  composition: Reference<Composition>;
  /** The resources of what can be taken on, by part. */
  tasks: Partial<Record<SectionKey, Placed<Resource>>>;
}

/** A Provenance for each signature: who, when, what they said, and the fingerprint of everything that it covers. */
export function addSignatures(sheet: Sheet, people: People, about: Signable): Signed[] {
  const { version, identity, place, cover } = sheet;
  return sheet.signatures.flatMap((signature, number) => {
    const word = cover.words[version.signatures.indexOf(signature)];
    if (!word) return [];
    const url = identity.named('Provenance', `signature ${number + 1} of version ${version.version}`);
    const provenance = provenanceOf(sheet, people, about, { signature, word });
    return [{ signature, word, provenance: place(url, provenance, `${word.who}: ${spoken(word)}`) }];
  });
}

function provenanceOf(
  sheet: Sheet,
  people: People,
  about: Signable,
  { signature, word }: Omit<Signed, 'provenance'>,
): Provenance {
  const { participant, decision, name, commitments } = signature;
  const person = people.of(participant);
  const at = new Date(signature.at).toISOString();
  const said = { coding: [{ system: SYSTEMS.decision, code: decision }], text: spoken(word) };
  return known<Provenance>({
    resourceType: 'Provenance',
    text: narrative([...sentencesOf(word), NOTICES.signature].map(paragraph).join('')),
    target: [...targetsOf(sheet, signature, about), ...commitments.map((one) => commitmentTarget(one, about))],
    occurredDateTime: at,
    recorded: at,
    reason: word.reason === null ? [] : [{ text: word.reason }],
    activity: said,
    agent: [
      known({
        // Who objects attests to nothing.
        type: decision === 'object' ? undefined : { coding: [{ system: SYSTEMS.provenanceAgent, code: 'attester' }] },
        role: [said],
        who: person?.person ?? { display: plain(name) },
        onBehalfOf: person?.organisation ?? undefined,
      }),
    ],
    entity: entitiesOf(sheet, signature),
  });
}

/** A participant's word in sentences, who and what first. */
export function sentencesOf(word: Word): string[] {
  const { who, at, covers, reason, commitments } = word;
  return [
    `${who}: ${spoken(word)} (${at})`,
    ...(reason === null ? [] : [`Begrunnelse: ${reason}`]),
    ...(covers === null ? [] : [covers]),
    ...commitments.map(takenOn),
  ];
}

const takenOn = (what: string) => `Tar på seg: ${what}`;

/** The parts whose fingerprint the signature has. */
const covered = ({ fingerprints }: Signature): SectionKey[] =>
  SECTION_KEYS.filter((key) => fingerprints[key] !== undefined);

const isWhole = ({ version }: Sheet, { fingerprints }: Signature): boolean =>
  SECTION_KEYS.every((key) => fingerprints[key] === version.fingerprints[key]);

/** The whole document, or the sections that it covers; a part without a section is covered as the fingerprints say. */
function targetsOf(sheet: Sheet, signature: Signature, { composition }: Signable): Reference<Resource>[] {
  const keys = sheet.shown.filter((key) => signature.fingerprints[key] !== undefined);
  if (isWhole(sheet, signature) || keys.length === 0) return [composition];
  return keys.map((key) => sectionTarget(composition, key));
}

/** What somebody takes on: its resource, or its part where it has none. */
function commitmentTarget(commitment: Commitment, { composition, tasks }: Signable): Reference<Resource> {
  const { section: key, what } = commitment;
  const [, found] = [...(tasks[key]?.byRow ?? [])].find(([row]) => isOfRow(commitment, row)) ?? [];
  return { ...(found ?? sectionTarget(composition, key)), display: takenOn(plain(what)) };
}

/** The fingerprints: of the whole plan where it was signed as it is now, and of each part that counts. */
function entitiesOf({ version }: Sheet, signature: Signature): ProvenanceEntity[] {
  const whole = { system: IDENTIFIERS.planHash, value: version.hash };
  const parts = covered(signature).map((key) => ({
    ...{ type: { coding: [{ system: SYSTEMS.section, code: key }] }, system: IDENTIFIERS.partHash },
    ...{ value: String(signature.fingerprints[key]), heading: section(key).heading.nb },
  }));
  return [
    ...(signature.hash === version.hash ? [{ role: 'source' as const, what: { identifier: whole } }] : []),
    ...parts.map(({ heading, ...identifier }) => ({ role: 'source' as const, what: { identifier, display: heading } })),
  ];
}
