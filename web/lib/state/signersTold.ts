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
  /** The parts that it names; empty where it is about the whole plan. */
  parts: string;
  /** What was changed after it; empty when nothing was. */
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
      .map((signature) => answerOf(signature, speech)),
  }));
}

function answerOf({ at, decision, lapsed, reason, sections, touched }: SignatureView, speech: Speech): Answer {
  return {
    ...{ at, when: dayAndTime(at, speech.words.calendar), decision, lapsed, reason },
    ...{ parts: named(sections, speech), changed: named(touched, speech) },
  };
}

function named(keys: readonly SectionKey[], speech: Speech): string {
  if (keys.length > MOST_NAMED) return speech.staffWords.signing.manyParts(keys.length);
  return speech.words.people.and(keys.map((key) => speech.say(section(key).heading)));
}
