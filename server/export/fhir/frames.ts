import type { CompositionSection, Reference, Resource } from '@medplum/fhirtypes';
import { shortly } from '#shared/agreement/fingerprint.ts';
import { JOURNAL_ORDER, section } from '#shared/plan/sections.ts';
import { ADDENDA_HEADING, NOTICES } from '../cover.ts';
import { plain } from '../plain.ts';
import type { Authorship } from './authorship.ts';
import type { Consents } from './consents.ts';
import { known } from './known.ts';
import { coverNarrative } from './narrative.ts';
import type { People } from './people.ts';
import type { Sheet } from './sheet.ts';
import { sentencesOf } from './signatures.ts';
import { SYSTEMS } from './systems.ts';
import { escaped, list, narrative, paragraph } from './xhtml.ts';

/** The sections that are no part of the plan. */
type Frame = 'meeting' | 'agreement' | 'addenda' | 'consent' | 'authors';

/** Which meeting this is from. */
export function meetingFrame({ cover }: Sheet, entry: Reference<Resource>[]): CompositionSection {
  return frameOf('meeting', cover.heading, { text: coverNarrative(cover), entry });
}

/** What each participant said, of exactly which content; also of an earlier one, and then it says so. */
export function agreementFrame({ version, cover }: Sheet, entry: Reference<Resource>[]): CompositionSection {
  const said = cover.words.map((word) => {
    const [first = '', ...rest] = sentencesOf(word);
    return escaped(first) + list(rest.map(escaped));
  });
  const signers = new Map(cover.signed.map(({ part, who }) => [part, ` – ${who}`]));
  const prints = JOURNAL_ORDER.flatMap((key) => {
    const [print, heading] = [version.fingerprints[key], section(key).heading.nb];
    return print === undefined ? [] : [`${heading}: ${shortly(print)}${signers.get(heading) ?? ''}`];
  });
  const body = [
    said.length ? list(said) : paragraph('Ingen har svart.'),
    cover.withoutPatient === null ? '' : paragraph(`Pasienten kunne ikke svare selv: ${cover.withoutPatient}`),
    paragraph(NOTICES.signature),
    paragraph(`Fingeravtrykk av hele planen: ${cover.print}. Helt ut: ${cover.hash}`),
    prints.length ? paragraph('Fingeravtrykk av hver del:') + list(prints.map(escaped)) : '',
  ];
  return frameOf('agreement', 'Enighet', { text: narrative(body.join('')), entry });
}

/** What was added after the plan was agreed; none for nothing. */
export function addendaFrames({ version, cover }: Sheet, people: People): CompositionSection[] {
  if (cover.addenda.length === 0) return [];
  const authors = version.addenda.map(
    ({ participant, name }) => people.of(participant)?.person ?? { display: plain(name) },
  );
  return [
    frameOf('addenda', ADDENDA_HEADING, {
      text: narrative(list(cover.addenda.map(({ who, at, words }) => escaped(`${who} (${at}):\n${words}`)))),
      author: [...new Map(authors.map((author) => [author.reference ?? author.display, author])).values()],
    }),
  ];
}

/** Who gets the plan, and whom the patient refused it. */
export function consentFrame({ sentences, references }: Consents): CompositionSection {
  return frameOf('consent', 'Hvem som får planen', {
    text: narrative(sentences.map(paragraph).join('')),
    entry: references,
  });
}

/** Who wrote what, as far as it is known; none when nothing is written. */
export function authorFrames(authorship: Authorship, entry: Reference<Resource>[]): CompositionSection[] {
  if (entry.length === 0) return [];
  const told = [...authorship].map(([key, { words }]) => escaped(`${section(key).heading.nb}: ${words}`));
  return [frameOf('authors', 'Hvem som har skrevet', { text: narrative(list(told)), entry })];
}

/** LOINC where it has a code. */
const LOINC: Partial<Record<Frame, string>> = { consent: '59284-0' };

function frameOf(code: Frame, title: string, content: Partial<CompositionSection>): CompositionSection {
  const loinc = LOINC[code];
  return known<CompositionSection>({
    title,
    code: { coding: [...(loinc ? [{ system: SYSTEMS.loinc, code: loinc }] : []), { system: SYSTEMS.section, code }] },
    ...content,
  });
}
