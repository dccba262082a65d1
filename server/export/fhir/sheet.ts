import type { BundleEntry, Reference, Resource } from '@medplum/fhirtypes';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { clockAt } from '#shared/day.ts';
import { hasLapsed, type Commitment, type Signature } from '#shared/agreement/signature.ts';
import { JOURNAL_ORDER, type SectionKey } from '#shared/plan/sections.ts';
import { chapterOf, type Chapter } from '../chapter.ts';
import { coverOf, unanswered, type Cover } from '../cover.ts';
import { createIdentity, type Identity } from './identity.ts';

/** The document while it is being written: what is in it so far, and how to put more in. */
export interface Sheet {
  version: AgreedVersion;
  identity: Identity;
  /** The day of the agreement in Norway, `YYYY-MM-DD`. */
  agreedOn: string;
  entries: BundleEntry[];
  cover: Cover;
  /** The parts in which something stands, in the order of the journal. */
  chapters: ReadonlyMap<SectionKey, Chapter>;
  /** The parts that have a section: those, and required ones in which nothing stands. In the order of the journal. */
  shown: readonly SectionKey[];
  /** What counts of what was said, oldest first. */
  signatures: readonly Signature[];
  /** Whether somebody has taken the row on by name. */
  isTakenOn: (section: SectionKey, row: string) => boolean;
  /** Puts a resource in at its address, and says how to refer to it. */
  place: <R extends Resource>(url: string, resource: R, display?: string) => Reference<R> & { reference: string };
}

export function openSheet(version: AgreedVersion): Sheet {
  const entries: BundleEntry[] = [];
  const chapters = new Map(
    JOURNAL_ORDER.flatMap((key) => {
      const chapter = chapterOf(key, version.plan, version.authors);
      return chapter ? [[key, chapter] as const] : [];
    }),
  );
  const empty = unanswered(version);
  const signatures = version.signatures.filter((signature) => !hasLapsed(signature, version.fingerprints));
  const commitments = signatures.flatMap((signature) => signature.commitments);
  return {
    version,
    cover: coverOf(version),
    chapters,
    shown: JOURNAL_ORDER.filter((key) => chapters.has(key) || empty.includes(key)),
    signatures,
    isTakenOn: (section, row) => commitments.some((one) => one.section === section && isOfRow(one, row)),
    identity: createIdentity(version.meeting.id),
    agreedOn: clockAt(version.agreedAt).date,
    entries,
    place(url, resource, display) {
      entries.push({ fullUrl: url, resource });
      return { reference: url, ...(display ? { display } : {}) };
    },
  };
}

/** Whether the commitment is to the row. Where rows of two parts go by one id, the task of one is called after its part. */
export function isOfRow({ task, section }: Commitment, row: string): boolean {
  return task === row || task === `${section}.${row}`;
}
