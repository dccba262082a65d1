import { shortly } from '#shared/agreement/fingerprint.ts';
import type { Decision } from '#shared/agreement/signature.ts';
import { stands, wordsIn } from '#shared/agreement/standing.ts';
import type { AgreementView } from '#shared/live.ts';
import { JOURNAL_ORDER, section, type SectionKey } from '#shared/plan/sections.ts';
import type { Role } from '#shared/roles.ts';
import { patientFirst } from './people.ts';
import type { Speech } from './words.svelte.ts';

/** What somebody says of a part. */
export interface SaidOfPart {
  participant: string;
  name: string;
  role: Role;
  organisation: string | null;
  decision: Decision;
  reason: string | null;
  /** The part was changed after they said it. */
  lapsed: boolean;
}

/** A part of the plan, and what has been said of it, by party. */
export interface PartStanding {
  key: SectionKey;
  heading: string;
  /** The beginning of its fingerprint, as people compare it. */
  fingerprint: string;
  said: SaidOfPart[];
  /** How many say so of what stands there now. */
  counts: { decision: Decision; count: number }[];
  lapsed: number;
}

type Agreed = Pick<AgreementView, 'fingerprints' | 'signatures' | 'written'>;

/** The parts in which something stands, or of which somebody has said other than yes, in the order of the journal. */
export function partsStanding(agreement: Agreed, speech: Speech): PartStanding[] {
  const words = [...wordsIn(agreement.signatures).values()];
  return JOURNAL_ORDER.map((key) => {
    const said = patientFirst(words.flatMap((all) => saidOf(all.get(key), key, agreement)));
    const now = said.filter(({ lapsed }) => !lapsed);
    const counts = DECISIONS.map((decision) => ({
      ...{ decision, count: now.filter((one) => one.decision === decision).length },
    })).filter(({ count }) => count > 0);
    const hash = agreement.fingerprints[key];
    return {
      ...{ key, heading: speech.say(section(key).heading), fingerprint: hash ? shortly(hash) : '' },
      ...{ said, counts, lapsed: said.length - now.length },
    };
  }).filter(({ key, said }) => agreement.written.includes(key) || said.some(isDoubt));
}

/** Whether somebody says other than yes, or said something of what stood there before. */
export const isDoubt = ({ decision, lapsed }: SaidOfPart): boolean => decision !== 'agree' || lapsed;

const DECISIONS: readonly Decision[] = ['agree', 'reserve', 'object'];

type Word = Parameters<typeof stands>[0];

function saidOf(word: Word, key: SectionKey, { fingerprints }: Agreed): SaidOfPart[] {
  if (!word) return [];
  const { participant, name, role, organisation, reason } = word.signature;
  const lapsed = !stands(word, key, fingerprints);
  // Who objects to some parts, and says yes to the rest, gives no reason for the yes.
  const why = word.decision === 'agree' ? null : reason;
  return [{ participant, name, role, organisation, decision: word.decision, reason: why, lapsed }];
}
