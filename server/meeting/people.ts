import { AppError } from '#shared/errors.ts';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import { may, mayRemove, mayWithhold } from '#shared/meeting/rights.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Profession, Role } from '#shared/roles.ts';
import type { Participant } from '#server/access/participant.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Bell } from './bell.ts';
import type { Meetings } from './meetings.ts';

/** What some participants decide about others. Everything takes effect at once, on open screens too. */
export interface People {
  /** Shows somebody out. @throws AppError `forbidden`, `not-found` */
  remove(by: Participant, other: ParticipantId): Promise<void>;
  /**
   * Puts right what somebody is: the facilitator may, for anyone but themselves and the patient.
   * @throws AppError `forbidden`, `bad-input`, `not-found`
   */
  recast(by: Participant, other: ParticipantId, to: Recast): Promise<void>;
  /**
   * Which parts of the plan next of kin do not get to see: for the patient to decide.
   * @throws AppError `forbidden`, `not-found`
   */
  withhold(by: Participant, kin: ParticipantId, sections: readonly SectionKey[]): Promise<void>;
}

export interface Recast {
  role: Role;
  profession: Profession | null;
}

export interface PeopleParts {
  meetings: Pick<Meetings, 'get'>;
  participants: Participants;
  audit: Audit;
  bell: Bell;
}

export function createPeople({ meetings, participants, audit, bell }: PeopleParts): People {
  const meet = async (by: Participant, other: ParticipantId) => {
    const meeting = await meetings.get(by.meeting);
    const them = (await participants.of(by.meeting)).find(({ id }) => id === other);
    if (!them) throw new AppError('not-found', 'There is no such participant.');
    return { them, me: { id: by.id, role: by.role, isFacilitator: meeting.facilitator === by.id } };
  };

  // Who must agree, and what must be there, depends on who is in the meeting as what.
  const tellAll = (meeting: MeetingId) => {
    bell.emit('meeting', meeting);
    bell.emit('agreement', meeting);
  };

  const change = async (other: Participant, to: Partial<Pick<Participant, 'role' | 'profession' | 'withheld'>>) => {
    const changed = await participants.change(other.meeting, other.id, to);
    bell.emit('changed', changed);
    tellAll(other.meeting);
  };

  return {
    async remove(by, other) {
      const { me, them } = await meet(by, other);
      if (!mayRemove(me, them)) throw new AppError('forbidden', 'You may not show this participant out.');
      await audit.note(by.meeting, by, 'removed', { about: other });
      await participants.remove(by.meeting, other);
      bell.emit('removed', by.meeting, other);
      tellAll(by.meeting);
    },

    async recast(by, other, to) {
      const { me, them } = await meet(by, other);
      if (!may(me, 'recast') || them.id === me.id)
        throw new AppError('forbidden', 'The facilitator may do this, and not to themselves.');
      if (them.role === 'patient' || to.role === 'patient')
        throw new AppError('bad-input', 'Nobody becomes the patient, and the patient becomes nobody else.');
      await audit.note(by.meeting, by, 'recast', { about: `${other}: ${to.role}` });
      // What the patient withholds from them as kin stays withheld if they become kin again.
      await change(them, to);
    },

    async withhold(by, kin, sections) {
      const { me, them } = await meet(by, kin);
      if (!mayWithhold(me, them)) throw new AppError('forbidden', 'The patient decides what kin get to see.');
      await audit.note(by.meeting, by, 'withheld', { about: `${kin}: ${sections.join(' ') || 'nothing'}` });
      await change(them, { withheld: [...new Set(sections)] });
    },
  };
}
