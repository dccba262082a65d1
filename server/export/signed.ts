import { coverageOf } from '#shared/agreement/coverage.ts';
import { shortly } from '#shared/agreement/fingerprint.ts';
import { Decision, type Signature } from '#shared/agreement/signature.ts';
import { stands, wordsIn } from '#shared/agreement/standing.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { isWritten } from '#shared/plan/plan.ts';
import { JOURNAL_ORDER, section, type SectionKey } from '#shared/plan/sections.ts';
import { agreement } from '#shared/words/nb/agreement.ts';
import { inline } from './plain.ts';

/** A part of the plan that was signed. */
export interface SignedPart {
  part: string;
  /** As people compare it: `5f2c 19aa 03b7`. */
  print: string;
  who: string;
}

export const headingsOf = (keys: readonly SectionKey[]): string =>
  keys.map((key) => section(key).heading.nb).join(', ');

/** What the signature covers beyond the parts that it names, as a sentence; null when that is nothing. */
export function coversWords(signature: Signature, version: AgreedVersion): string | null {
  const extent = coverageOf(signature, version.fingerprints);
  const isRest = signature.sections.length > 0;
  const about = isRest ? 'Enig i resten av planen' : 'Gjelder hele planen';
  switch (extent.kind) {
    case 'none':
      return null;
    case 'all':
      return `${about}.`;
    case 'allBut':
      return isRest
        ? `${about}, unntatt ${headingsOf(extent.parts)}.`
        : `Gjelder alt unntatt ${headingsOf(extent.parts)}.`;
    case 'some':
      return `${isRest ? 'Enig også i' : 'Gjelder'} ${headingsOf(extent.parts)}.`;
  }
}

/** Part by part, in the order of the journal, whose word it has; parts in which nothing stands and none is named are left out. */
export function signedParts(version: AgreedVersion): SignedPart[] {
  const { plan, fingerprints, signatures } = version;
  const all = [...wordsIn(signatures).values()];
  const named = new Set(signatures.flatMap(({ sections }) => sections));
  return JOURNAL_ORDER.flatMap((key): SignedPart[] => {
    const print = fingerprints[key];
    if (print === undefined || !(isWritten(key, plan) || named.has(key))) return [];
    const words = all.flatMap((theirs) => {
      const word = theirs.get(key);
      return stands(word, key, fingerprints) ? [word] : [];
    });
    if (words.length === 0) return [];
    const said = (decision: Decision) =>
      words.filter((word) => word.decision === decision).map(({ signature }) => inline(signature.name));
    const isUnanimous = said('agree').length === all.length;
    const spoken = Decision.options.map((decision) => [agreement.said[decision], said(decision).join(', ')] as const);
    const each = spoken.filter(([, names]) => names !== '').map((one) => one.join(': '));
    return [
      { part: section(key).heading.nb, print: shortly(print), who: isUnanimous ? 'alle enige' : each.join('; ') },
    ];
  });
}
