import { coverageOf } from '#shared/agreement/coverage.ts';
import { shortly } from '#shared/agreement/fingerprint.ts';
import { hasLapsed, type Signature } from '#shared/agreement/signature.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { isWritten } from '#shared/plan/plan.ts';
import { JOURNAL_ORDER, section, type SectionKey } from '#shared/plan/sections.ts';
import { agreement } from '#shared/words/nb/agreement.ts';
import { consent } from '#shared/words/nb/consent.ts';
import { people } from '#shared/words/nb/people.ts';
import type { Answer } from './chapter.ts';
import { dayOf, momentOf } from './dates.ts';
import { presented } from './people.ts';
import { inline, plain } from './plain.ts';
import { coversWords, headingsOf, signedParts, type SignedPart } from './signed.ts';

/** What one participant said at the agreement, in words. */
export interface Word {
  who: string;
  /** „enig”, „enig med forbehold”, „ikke enig”. */
  said: string;
  /** Headings of the parts that it is about; null when it is about the whole plan. */
  about: string | null;
  reason: string | null;
  /** What else of the plan it covers, as a sentence: „Gjelder hele planen.” */
  covers: string | null;
  /** An unchanged yes to all of the plan. */
  isWhole: boolean;
  /** What they take on by name. */
  commitments: string[];
  at: string;
}

/** What somebody added to the version after it was agreed. */
export interface Addition {
  who: string;
  at: string;
  words: string;
}

/** What stands before and after the plan in everything that people read: which meeting, who, how far it may be trusted. */
export interface Cover {
  heading: string;
  /** `dd.mm.åååå` */
  day: string;
  patient: string;
  /** Absent when the people are real. */
  demo: string | null;
  notices: string[];
  facts: Answer[];
  participants: string[];
  words: Word[];
  /** Why the patient could not sign. */
  withoutPatient: string | null;
  hash: string;
  /** The same, as people compare it. */
  print: string;
  /** What was signed, part by part. */
  signed: SignedPart[];
  addenda: Addition[];
}

/** The heading of what was added afterwards. */
export const ADDENDA_HEADING = 'Tillegg etter at planen ble avtalt';

export const DEMO_MARK = 'DEMO: alle personer og opplysninger er oppdiktet.';

/** The standing notices of every text that may end in a journal. */
export const NOTICES = {
  check: 'Kontroller før sending.',
  plo: 'PLO-meldinger sendes fortsatt.',
  journal: 'Arbeidsdokument: kopien i journalen er den som gjelder.',
  signature: 'Svarene er deltakernes ord i møtet, ikke en elektronisk signatur etter loven.',
} as const;

export function coverOf(version: AgreedVersion): Cover {
  const { meeting, patient, addenda } = version;
  const day = dayOf(version.agreedAt);
  const name = inline(patient.name);
  const facilitator = version.participants.find(({ id }) => id === version.facilitator);
  return {
    heading: `Utkast fra tverrfaglig møte ${day}`,
    day,
    patient: patient.birthYear === null ? name : `${name}, født ${patient.birthYear}`,
    demo: meeting.demo ? DEMO_MARK : null,
    notices: [NOTICES.check, NOTICES.plo, NOTICES.journal],
    facts: told([
      ['meeting', 'Møte', inline(meeting.title)],
      ['version', 'Plan', `versjon ${version.version}, avtalt ${momentOf(version.agreedAt)}`],
      ['hash', 'Fingeravtrykk', version.hash],
      ['facilitator', 'Møteleder', facilitator ? presented(facilitator) : ''],
      ['sendTo', 'Må sendes til', people.and(version.sendTo.map((role) => agreement.party[role]))],
      ['refused', consent.receivers.refusedLabel, people.and(version.refused.map((role) => agreement.party[role]))],
      ['open', 'Åpen uenighet', openDisagreements(version).join('; ')],
      ['unanswered', 'Ikke fylt ut', headingsOf(unanswered(version))],
      ['addenda', 'Tillegg', addenda.length ? `${addenda.length}, se „${ADDENDA_HEADING}”` : ''],
    ]),
    participants: version.participants.map(presented),
    words: version.signatures.map((signature) => wordOf(signature, version)),
    withoutPatient: version.withoutPatient === null ? null : plain(version.withoutPatient),
    ...{ hash: version.hash, print: shortly(version.hash), signed: signedParts(version) },
    addenda: addenda.map((one) => ({ who: presented(one), at: momentOf(one.at), words: plain(one.words) })),
  };
}

/** Parts that should be there when a plan is agreed, and in which nothing stands. */
export function unanswered({ plan, participants }: AgreedVersion): SectionKey[] {
  return JOURNAL_ORDER.filter((key) => {
    const { required, requiredWith } = section(key);
    const counts = requiredWith === null || participants.some(({ role }) => role === requiredWith);
    return required.length > 0 && counts && !isWritten(key, plan);
  });
}

/** Topics that nobody has settled. */
function openDisagreements({ plan }: AgreedVersion): string[] {
  return plan.disagreements
    .filter(({ status }) => status !== 'settled')
    .map(({ topic }) => plain(topic))
    .filter((topic) => topic !== '');
}

function wordOf(signature: Signature, version: AgreedVersion): Word {
  const { decision, sections, reason, commitments, at } = signature;
  const person = version.participants.find(({ id }) => id === signature.participant);
  const lapsed = hasLapsed(signature, version.fingerprints) ? ' (gjelder et tidligere innhold)' : '';
  return {
    who: presented({ ...signature, profession: person?.profession ?? null }),
    said: `${agreement.said[decision]}${lapsed}`,
    about: sections.length ? `gjelder ${headingsOf(sections)}` : null,
    reason: reason === null ? null : plain(reason),
    covers: coversWords(signature, version),
    isWhole: decision === 'agree' && !sections.length && coverageOf(signature, version.fingerprints).kind === 'all',
    commitments: commitments.map(({ what }) => plain(what)),
    at: momentOf(at),
  };
}

function told(facts: readonly (readonly [key: string, label: string, words: string])[]): Answer[] {
  return facts.filter(([, , words]) => words !== '').map(([key, label, words]) => ({ key, label, words }));
}

/** What somebody said and what it is about: „ikke enig, gjelder Legemidler”. */
export function spoken({ said, about }: Word): string {
  return about === null ? said : `${said}, ${about}`;
}
