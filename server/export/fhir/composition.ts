import type {
  Composition,
  CompositionAttester,
  CompositionSection,
  Encounter,
  Narrative,
  Organization,
  Reference,
  Resource,
} from '@medplum/fhirtypes';
import { hasLapsed } from '#shared/agreement/signature.ts';
import { JOURNAL_ORDER, section, type SectionKey } from '#shared/plan/sections.ts';
import { rolesOf, type Role } from '#shared/roles.ts';
import { chapterOf } from '../chapter.ts';
import { coverOf, unanswered } from '../cover.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import { agreementNarrative, chapterNarrative, coverNarrative, unansweredNarrative } from './narrative.ts';
import type { People } from './people.ts';
import type { Sheet } from './sheet.ts';
import { norwegian, SYSTEMS } from './systems.ts';

/** What the Composition refers to. */
export interface Contents {
  /** Resources of each part of the plan. */
  parts: Partial<Record<SectionKey, Reference<Resource>[]>>;
  /** Resources of the two sections that frame the plan. */
  meeting: Reference<Resource>[];
  agreement: Reference<Resource>[];
  encounter: Reference<Encounter>;
  custodian: Reference<Organization> | null;
}

/** The document's table of contents, and all of it in words. */
export function compositionOf(sheet: Sheet, people: People, contents: Contents): Composition {
  const { version } = sheet;
  const cover = coverOf(version);
  const facilitator = people.of(version.facilitator);
  return known<Composition>({
    resourceType: 'Composition',
    meta: { profile: norwegian('Composition'), ...securityOf(sheet) },
    language: 'nb',
    status: 'final',
    type: {
      coding: [
        { system: SYSTEMS.documentType, code: 'B01-2', display: 'Tverrfaglig behandlingsplan' },
        { system: SYSTEMS.loinc, code: '18776-5' },
      ],
      text: 'Plan fra tverrfaglig møte',
    },
    subject: people.patient,
    encounter: contents.encounter,
    date: new Date(version.agreedAt).toISOString(),
    author: [facilitator?.person ?? { display: 'Møteleder' }],
    title: `Plan fra tverrfaglig møte ${cover.day}`,
    confidentiality: 'N',
    attester: attestersOf(sheet, people),
    custodian: contents.custodian ?? undefined,
    relatesTo: replaced(sheet),
    event: [{ period: { start: new Date(version.agreedAt).toISOString() } }],
    section: [
      frameOf('meeting', cover.heading, coverNarrative(cover), contents.meeting),
      ...JOURNAL_ORDER.flatMap((key) => sectionOf(key, sheet, people, contents.parts[key] ?? [])),
      frameOf('agreement', 'Enighet', agreementNarrative(cover), contents.agreement),
    ],
  });
}

/** One of the two sections that are not a part of the plan. */
function frameOf(code: string, title: string, text: Narrative, entry: Reference<Resource>[]): CompositionSection {
  return known<CompositionSection>({ title, code: { coding: [{ system: SYSTEMS.section, code }] }, text, entry });
}

/** Marks what is about invented people as test data. */
export function securityOf({ version }: Sheet): { security: { system: string; code: string }[] } | undefined {
  return version.meeting.demo ? { security: [{ system: SYSTEMS.actReason, code: 'HTEST' }] } : undefined;
}

/** The address of the document of a version, the same whenever it is made. */
export function documentUrl({ identity, version }: Sheet, number: number = version.version): string {
  return identity.named('Bundle', `version ${number}`);
}

function sectionOf(
  key: SectionKey,
  { version }: Sheet,
  people: People,
  entry: Reference<Resource>[],
): CompositionSection[] {
  const { heading, loinc, writers } = section(key);
  const chapter = chapterOf(key, version.plan, version.authors);
  if (!chapter && !unanswered(version).includes(key)) return [];
  return [
    known<CompositionSection>({
      title: heading.nb,
      code: {
        coding: [
          ...(loinc === null ? [] : [{ system: SYSTEMS.loinc, code: loinc }]),
          { system: SYSTEMS.section, code: key },
        ],
        text: heading.nb,
      },
      author: chapter ? authorsOf(rolesOf(writers), people) : [],
      text: chapter ? chapterNarrative(chapter) : unansweredNarrative(),
      // FHIR: a section that says why it is empty refers to nothing.
      entry: chapter ? entry : [],
      emptyReason: chapter ? undefined : { coding: [{ system: SYSTEMS.emptyReason, code: 'notstarted' }] },
    }),
  ];
}

/** Where only one party may write, that party is the author; elsewhere it is not known from the version who wrote. */
function authorsOf(roles: readonly Role[], { all }: People): NonNullable<CompositionSection['author']> {
  const [only] = roles;
  if (only === undefined || roles.length > 1) return [];
  const authors = all.filter(({ role }) => role === only).map(({ organisation, person }) => organisation ?? person);
  return [...new Map(authors.map((author) => [author.reference, author])).values()];
}

/** Those who agreed to this very content, with a reservation or without. Who objected attests to nothing. */
function attestersOf({ version }: Sheet, people: People): CompositionAttester[] {
  return version.signatures
    .filter((signature) => signature.decision !== 'object' && !hasLapsed(signature, version.fingerprints))
    .map(({ participant, name, role, at }) => ({
      mode: role === 'patient' || role === 'kin' ? 'personal' : 'professional',
      time: new Date(at).toISOString(),
      party: people.of(participant)?.person ?? { display: plain(name) },
    }));
}

function replaced(sheet: Sheet): Composition['relatesTo'] {
  const { version } = sheet.version;
  if (version === 1) return undefined;
  const value = documentUrl(sheet, version - 1);
  return [{ code: 'replaces', targetIdentifier: { system: SYSTEMS.uri, value } }];
}
