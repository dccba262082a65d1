import type { Decision } from '#shared/agreement/signature.ts';
import type { Role } from '#shared/roles.ts';
import { dayAndTime } from '#shared/when.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { whatOf } from './people.ts';
import type { SignatureView } from './signing.ts';
import type { Speech } from './words.svelte.ts';

/** Something that somebody has said, with what of it counts. */
export interface Answer {
  at: number;
  when: string;
  decision: Decision;
  lapsed: boolean;
  reason: string | null;
  /** What it is about; empty where that is the whole plan. */
  parts: string;
  /** What of it was changed afterwards, where that is not all of it; empty when nothing was. */
  changed: string;
}

/** Somebody, and all that they have said which is still about something. */
export interface Signer {
  participant: string;
  name: string;
  role: Role;
  what: string;
  answers: Answer[];
}

/** So many parts are named; of more, how many there are. */
const MOST_NAMED = 4;

/** One line for each person, in the order in which they first spoke. */
export function signersTold(signatures: readonly SignatureView[], speech: Speech): Signer[] {
  // Under what they are called now: the newest takes the place of the one before.
  const people = new Map(signatures.map((signature) => [signature.participant, signature]));
  return [...people.values()].map((last) => ({
    ...{ participant: last.participant, name: last.name, role: last.role, what: whatOf(last, speech.words) },
    answers: signatures
      .filter(({ participant }) => participant === last.participant)
      .map((signature, _, all) => answerOf(signature, all.length > 1, speech)),
  }));
}

function answerOf(signature: SignatureView, isOneOfMany: boolean, speech: Speech): Answer {
  const { at, decision, lapsed, reason, sections, touched } = signature;
  const parts = named(sections, speech);
  const changed = named(touched, speech);
  return {
    ...{ at, when: dayAndTime(at, speech.words.calendar), decision, lapsed, reason },
    parts: parts === '' && isOneOfMany ? speech.staffWords.signing.theRest : parts,
    changed: changed === parts ? '' : changed,
  };
}

function named(keys: readonly SectionKey[], speech: Speech): string {
  if (keys.length > MOST_NAMED) return speech.staffWords.signing.manyParts(keys.length);
  return speech.words.people.and(keys.map((key) => speech.say(section(key).heading)));
}
