import type { Role } from '#shared/roles.ts';

/**
 * Why somebody is in the meeting at all, as the access log says it where the action has no reason of its own: to treat
 * and nurse, to plan what the municipality gives, because it is about them, by the patient's consent, to speak for
 * others, to keep the house in order.
 */
export const PURPOSES = ['treatment', 'services', 'own', 'consent', 'interpreting', 'house'] as const;
export type Purpose = (typeof PURPOSES)[number];

const OF_ROLE: Readonly<Record<Role, Purpose>> = {
  hospital: 'treatment',
  gp: 'treatment',
  municipality: 'services',
  patient: 'own',
  kin: 'consent',
  interpreter: 'interpreting',
};

/** `null` is the house itself. */
export function purposeOf(role: Role | null): Purpose {
  return role === null ? 'house' : OF_ROLE[role];
}
