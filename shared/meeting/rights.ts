import type { ParticipantId } from '#shared/ids.ts';
import { isStaff, type Role } from '#shared/roles.ts';

/** What a participant may do in a meeting, apart from writing its plan. Server and browser both read this table. */
export const actions = {
  lead: ({ isFacilitator }) => isFacilitator,
  invite: ({ role }) => isStaff(role),
  /** To put right what somebody is. */
  recast: ({ isFacilitator }) => isFacilitator,
  makeVersion: ({ isFacilitator }) => isFacilitator,
  /** To end the meeting and all that stands in it, before its time. */
  delete: ({ isFacilitator }) => isFacilitator,
  sign: ({ role }) => role !== 'interpreter',
  /** To add words to a version that is agreed. */
  add: ({ role }) => role !== 'interpreter',
  signal: () => true,
  /** To have the word, be ready, take on an action. The interpreter speaks for others. */
  speak: ({ role }) => role !== 'interpreter',
  /** To put an action on the table. */
  propose: ({ role }) => isStaff(role),
  /** To say that the agreed plan is in their journal, and to have it sent again. */
  file: ({ role }) => isStaff(role),
  resend: ({ role }) => isStaff(role),
  /** To say who does not get the agreed plan. */
  refuse: ({ role }) => role === 'patient',
  readLog: ({ role }) => isStaff(role) || role === 'patient',
} as const satisfies Record<string, (who: Actor) => boolean>;

export type Action = keyof typeof actions;

export interface Actor {
  role: Role;
  isFacilitator: boolean;
  /** It is their turn to speak. */
  hasTheWord?: boolean;
  /** They were asked to take on the action on the table. */
  isAsked?: boolean;
  /** The lead was offered to them. */
  isOffered?: boolean;
}

export function may(who: Actor, action: Action): boolean {
  return actions[action](who);
}

/** The facilitator may show anyone out but themselves; the patient may show kin out. */
export function mayRemove(who: Actor & { id: ParticipantId }, other: { id: ParticipantId; role: Role }): boolean {
  if (who.isFacilitator) return other.id !== who.id;
  return who.role === 'patient' && other.role === 'kin';
}

/** The patient decides which parts of the plan next of kin get to see. */
export function mayWithhold(who: Actor, other: { role: Role }): boolean {
  return who.role === 'patient' && other.role === 'kin';
}

/** Which parts are not shared with somebody is for the patient, staff and that one to know. */
export function maySeeWithheld(who: { id: ParticipantId; role: Role }, other: { id: ParticipantId }): boolean {
  return who.role === 'patient' || isStaff(who.role) || who.id === other.id;
}
