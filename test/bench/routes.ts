import type { DemoOffer } from '#shared/api.ts';

/** A page of ours as one of the invented people opens it, and what has to be there before it can be used. */
export interface Route {
  name: string;
  /** The role of who opens it; absent for a page that is everybody's. */
  role?: DemoOffer['people'][number]['role'];
  /** From the meeting's id to the address. */
  path: (meeting: string) => string;
  /** A selector of what one uses first. */
  usable: string;
}

const meeting =
  (search = '') =>
  (id: string) =>
    `/meetings/${id}${search}`;

/** Before the meeting. The patient's first: it is the one that has to be light. */
export const BEFORE: readonly Route[] = [
  { name: 'patient, waiting', role: 'patient', path: meeting(), usable: 'main h1' },
  { name: 'patient, whole plan', role: 'patient', path: meeting('?vis=plan'), usable: 'main h2' },
  { name: 'kin, preparing', role: 'kin', path: meeting(), usable: 'main textarea' },
  { name: 'staff, preparing', role: 'hospital', path: meeting(), usable: 'main h1' },
  { name: 'staff, a phase', role: 'hospital', path: meeting('?punkt=help-home'), usable: 'main h2' },
  { name: 'staff, whole plan', role: 'hospital', path: meeting('?vis=plan'), usable: 'main textarea' },
  { name: 'staff, agreement', role: 'hospital', path: meeting('?vis=enighet'), usable: 'main h1' },
  { name: 'start', path: () => '/', usable: 'main h1' },
  { name: 'join', path: () => '/join', usable: 'main h1' },
  { name: 'accessibility', path: () => '/accessibility', usable: 'main h1' },
];

/** When the meeting is at help at home. */
export const DURING: readonly Route[] = [
  { name: 'patient, in the meeting', role: 'patient', path: meeting(), usable: 'main h1' },
  { name: 'kin, in the meeting', role: 'kin', path: meeting(), usable: 'main h1' },
];
