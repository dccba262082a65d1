import type { Catalogue } from '#shared/words/catalogue.ts';
import type { Grouping } from '../lines.ts';

/** What one must be told first comes first. */
const ORDER = ['new', 'changed', 'stopped', 'unchanged'] as const;

/** The medicines by what is done with them. */
export function medicineGroups({ plan: { medicines } }: Catalogue): Grouping {
  const groups = ORDER.map((key) => ({ key, title: medicines.group[key], add: medicines.add[key] }));
  return { field: 'change', groups: [...groups, { key: '', title: medicines.noGroup }] };
}

/** What is asked of a medicine that is not as before, until it is said why; null otherwise. */
export function whyAsked(change: unknown, reason: unknown, { plan: { medicines } }: Catalogue): string | null {
  if (typeof reason === 'string' && reason.trim() !== '') return null;
  return change === 'new' || change === 'changed' || change === 'stopped' ? medicines.why[change] : null;
}
