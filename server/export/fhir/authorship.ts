import type { Composition, Organization, Provenance, ProvenanceAgent, Reference, Resource } from '@medplum/fhirtypes';
import { penOf, type Author, type Written } from '#shared/plan/authors.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { rolesOf } from '#shared/roles.ts';
import { people as peopleWords } from '#shared/words/nb/people.ts';
import { plain } from '../plain.ts';
import { partyOf, writerWords } from './parties.ts';
import type { People, Person } from './people.ts';
import { sectionTarget } from './provenance.ts';
import type { Sheet } from './sheet.ts';
import { SYSTEMS } from './systems.ts';

/** What the version knows of who wrote one part, and no more than that. */
export interface Penned {
  /** For the section: people who are known to have written, or the only party that may. */
  authors: Reference<Person | Organization>[];
  agents: ProvenanceAgent[];
  /** The same for a reader. */
  words: string;
}

/** By part, for each in which something stands. */
export type Authorship = ReadonlyMap<SectionKey, Penned>;

export function authorshipOf({ version, chapters }: Sheet, people: People): Authorship {
  return new Map(
    [...chapters.keys()].map((key) => {
      const written = version.authors?.[key];
      return [key, written?.length ? byName(key, written, people) : byParty(key, people)];
    }),
  );
}

/** A Provenance for each part, of its section and of the resources that it became. */
export function addAuthorship(
  { version, identity, place }: Sheet,
  authorship: Authorship,
  about: { composition: Reference<Composition>; parts: Partial<Record<SectionKey, Reference<Resource>[]>> },
): Reference<Provenance>[] {
  return [...authorship].map(([key, { agents, words }]) => {
    const { heading } = section(key);
    const provenance: Provenance = {
      resourceType: 'Provenance',
      target: [sectionTarget(about.composition, key), ...(about.parts[key] ?? [])],
      // When it was written is not in the version; this is when it was frozen.
      recorded: new Date(version.agreedAt).toISOString(),
      activity: { text: `${heading.nb}: skrevet av ${words}` },
      agent: agents,
    };
    return place(identity.named('Provenance', `author of ${key}, version ${version.version}`), provenance);
  });
}

/** Who is known to have written, by name; and that some of it was there before, where that is so. */
function byName(key: SectionKey, written: readonly Written[], people: People): Penned {
  const everyone = [...new Map(written.flatMap((one) => one.participants).map((one) => [one.id, one])).values()];
  const carried = written.some((one) => one.carried);
  const pen = penOf(key, written);
  const personOf = ({ id, name }: Author): Reference<Person> => people.of(id)?.person ?? { display: plain(name) };
  const isScribe = ({ role }: Author) => section(key).voice === 'patient' && role !== 'patient';
  return {
    authors: everyone.map(personOf),
    agents: [
      ...everyone.map((author) => ({
        type: { coding: [{ system: SYSTEMS.provenanceAgent, code: isScribe(author) ? 'enterer' : 'author' }] },
        who: personOf(author),
        ...(isScribe(author) && pen?.kind === 'for' ? { onBehalfOf: people.patient } : {}),
      })),
      ...(carried
        ? [{ type: penmanship('carried', 'Lagt inn på forhånd'), who: { display: 'Hvem som skrev, er ikke kjent' } }]
        : []),
    ],
    words: peopleWords.and([
      ...everyone.map(({ name, role }) => `${plain(name)} (${peopleWords.role[role]})`),
      ...(carried ? ['andre på forhånd (hvem er ikke kjent)'] : []),
    ]),
  };
}

/** The only one who may write, a person or an organisation, is the author; of several it is not known which. */
function byParty(key: SectionKey, people: People): Penned {
  const { writers } = section(key);
  const roles = rolesOf(writers);
  const parties = roles.flatMap((role) => partyOf(role, people));
  const told = peopleWords.and(writers.map(writerWords));
  if (parties.length === 1)
    return {
      authors: parties.filter(({ reference }) => reference !== undefined),
      agents: parties.map((who) => ({
        type: { coding: [{ system: SYSTEMS.provenanceAgent, code: 'author' }] },
        who,
      })),
      words: told,
    };
  return {
    authors: [],
    agents: parties.map((who) => ({ type: penmanship('may-write', 'Kan skrive i delen, som flere kan'), who })),
    words: roles.length === 1 ? told : `noen av disse, versjonen sier ikke hvem: ${told}`,
  };
}

const penmanship = (code: 'carried' | 'may-write', text: string) => ({
  ...{ coding: [{ system: SYSTEMS.penmanship, code }], text },
});
