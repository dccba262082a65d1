import type { Catalogue } from '#shared/words/catalogue.ts';
import type { Grouping } from '../lines.ts';

const ZONES = [
  ['green', 'good'],
  ['yellow', 'warn'],
  ['red', 'bad'],
] as const;

/** The three zones in the order in which it gets worse, and what has none yet. */
export function zonesOf({ plan: { zones } }: Catalogue): Grouping {
  const groups = ZONES.map(([key, tone]) => ({ key, tone, title: zones.title[key], add: zones.add[key] }));
  return { field: 'zone', groups: [...groups, { key: '', title: zones.none }] };
}
