import type { StaffCatalogue } from '../catalogue.ts';

/** Who has prepared what, before the meeting. */
export const preparation: StaffCatalogue['preparation'] = {
  mine: 'Your parts before the meeting',
  mineHint: 'The meeting needs you to have written something about these. You can do the rest together.',
  title: 'Who has prepared what',
  hint: 'A part that several can write is listed for each of them.',
  party: 'Party',
  parts: 'Parts',
  of: (ready, all) => `${ready} of ${all} ready`,
  nothing: 'no fixed parts',
  doctor: 'The hospital doctor',
  invited: (names) => `Invited, but not in yet: ${names}`,
  nobody: 'nobody has joined yet',
  state: { notBegun: 'not begun', begun: 'begun', ready: 'ready' },
};
