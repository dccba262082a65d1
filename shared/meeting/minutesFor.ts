import { blankPart, type Plan } from '#shared/plan/plan.ts';
import { mayRead, readsAll, type Reader } from '#shared/plan/rights.ts';
import { SECTION_KEYS } from '#shared/plan/sections.ts';
import type { Told } from './minutes.ts';
import type { Happened } from './minutesCourse.ts';

/**
 * What minutes for `who` may be made of: without the parts of the plan that they may not read, and what was said of
 * those. Minutes are made after that, so that nothing else can come into them. Who does not read all has no part in
 * the agreement.
 */
export function readableBy(who: Reader, told: Told): Told {
  if (readsAll(who)) return told;
  const plan = Object.fromEntries(
    SECTION_KEYS.map((key) => [key, mayRead(who, key) ? told.plan[key] : blankPart(key)]),
  ) as unknown as Plan;
  return { ...told, plan, happened: readable(who, told.happened), signatures: [], partial: true };
}

function readable(who: Reader, happened: readonly Happened[]): Happened[] {
  let isHidden = false;
  return happened.filter(({ event }) => {
    if (event.kind === 'proposed') isHidden = !mayRead(who, event.section);
    if (event.kind === 'decided') return mayRead(who, event.section);
    // What is said is said of what is on the table.
    return !(isHidden && (event.kind === 'proposed' || event.kind === 'commented'));
  });
}
