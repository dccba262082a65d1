import type {
  Composition,
  CompositionAttester,
  CompositionSection,
  Encounter,
  Organization,
  Provenance,
  Reference,
  Resource,
} from '@medplum/fhirtypes';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { plain } from '../plain.ts';
import type { Authorship } from './authorship.ts';
import type { Consents } from './consents.ts';
import { addendaFrames, agreementFrame, authorFrames, consentFrame, meetingFrame } from './frames.ts';
import { known } from './known.ts';
import { chapterNarrative, unansweredNarrative } from './narrative.ts';
import type { People } from './people.ts';
import type { Sheet } from './sheet.ts';
import { norwegian, SYSTEMS } from './systems.ts';

/** What the Composition refers to. */
export interface Contents {
  /** Resources of each part of the plan. */
  parts: Partial<Record<SectionKey, Reference<Resource>[]>>;
  /** Resources of the section before the plan, and of the one that says what was agreed. */
  meeting: Reference<Resource>[];
  agreement: Reference<Resource>[];
  consents: Consents;
  authorship: Authorship;
  /** Where {@link authorship} stands. */
  authors: Reference<Provenance>[];
  encounter: Reference<Encounter>;
  custodian: Reference<Organization> | null;
}

/** The document's table of contents, and all of it in words. */
export function compositionOf(sheet: Sheet, people: People, contents: Contents): Composition {
  const { version } = sheet;
  const facilitator = people.of(version.facilitator);
  return known<Composition>({
    resourceType: 'Composition',
    meta: { profile: norwegian('Composition'), ...securityOf(sheet) },
    language: 'nb',
    status: version.addenda.length ? 'amended' : 'final',
    type: {
      coding: [
        { system: SYSTEMS.documentType, code: 'B01-2', display: 'Tverrfaglig behandlingsplan' },
        { system: SYSTEMS.loinc, code: '18776-5' },
      ],
      text: 'Plan fra tverrfaglig møte',
    },
    subject: people.patient,
    encounter: contents.encounter,
    date: new Date(finishedAt(version)).toISOString(),
    author: [facilitator?.person ?? { display: 'Møteleder' }],
    title: `Plan fra tverrfaglig møte ${sheet.cover.day}`,
    confidentiality: 'N',
    attester: attestersOf(sheet, people),
    custodian: contents.custodian ?? undefined,
    relatesTo: replaced(sheet),
    event: [{ period: { start: new Date(version.agreedAt).toISOString() } }],
    section: [
      meetingFrame(sheet, contents.meeting),
      ...sheet.shown.map((key) => sectionOf(key, sheet, contents)),
      agreementFrame(sheet, contents.agreement),
      ...addendaFrames(sheet, people),
      consentFrame(contents.consents),
      ...authorFrames(contents.authorship, contents.authors),
    ],
  });
}

/** Marks what is about invented people as test data. */
export function securityOf({ version }: Sheet): { security: { system: string; code: string }[] } | undefined {
  return version.meeting.demo ? { security: [{ system: SYSTEMS.actReason, code: 'HTEST' }] } : undefined;
}

/** The address of the document of a version, the same whenever it is made; with each addendum it is another document. */
export function documentUrl({ identity, version }: Pick<Sheet, 'identity' | 'version'>): string {
  const added = version.addenda.length;
  return identity.named('Bundle', `version ${version.version}${added ? `, addenda ${added}` : ''}`);
}

/** When the last of its words was said: ms since 1970. */
export function finishedAt({ agreedAt, addenda }: Sheet['version']): number {
  return Math.max(agreedAt, ...addenda.map(({ at }) => at));
}

function sectionOf(key: SectionKey, { chapters }: Sheet, { parts, authorship }: Contents): CompositionSection {
  const { heading, loinc } = section(key);
  const chapter = chapters.get(key);
  return known<CompositionSection>({
    id: key,
    title: heading.nb,
    code: {
      coding: [
        ...(loinc === null ? [] : [{ system: SYSTEMS.loinc, code: loinc }]),
        { system: SYSTEMS.section, code: key },
      ],
      text: heading.nb,
    },
    author: authorship.get(key)?.authors,
    text: chapter ? chapterNarrative(chapter) : unansweredNarrative(),
    // FHIR: a section that says why it is empty refers to nothing.
    entry: chapter ? parts[key] : [],
    emptyReason: chapter ? undefined : { coding: [{ system: SYSTEMS.emptyReason, code: 'notstarted' }] },
  });
}

/** Those who agreed to this very content, with a reservation or without. Who objected attests to nothing. */
function attestersOf({ signatures }: Sheet, people: People): CompositionAttester[] {
  return signatures
    .filter(({ decision }) => decision !== 'object')
    .map(({ participant, name, role, at }) => ({
      mode: role === 'patient' || role === 'kin' ? 'personal' : 'professional',
      time: new Date(at).toISOString(),
      party: people.of(participant)?.person ?? { display: plain(name) },
    }));
}

/** The version before it; and with addenda, the document that had one less. */
function replaced({ version, identity }: Sheet): Composition['relatesTo'] {
  const { addenda, version: number } = version;
  const before = addenda.length
    ? documentUrl({ identity, version: { ...version, addenda: addenda.slice(1) } })
    : documentUrl({ identity, version: { ...version, version: number - 1 } });
  if (number === 1 && addenda.length === 0) return undefined;
  return [{ code: 'replaces', targetIdentifier: { system: SYSTEMS.uri, value: before } }];
}
