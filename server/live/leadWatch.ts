import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import { fitsState } from '#shared/meeting/command.ts';
import { mayLead, type Status } from '#shared/meeting/meeting.ts';
import { STAFF, type Role } from '#shared/roles.ts';
import type { Participants } from '#server/access/participants.ts';
import type { Bell } from '#server/meeting/bell.ts';
import type { Meetings } from '#server/meeting/meetings.ts';
import type { Offers } from '#server/meeting/offers.ts';
import type { Attendance } from './attendance.ts';

/** How long the facilitator's line may be lost before somebody else is asked to lead. */
const LOST_MS = 20_000;
/** How long others wait for a facilitator who has not come when the meeting should begin. */
const LATE_MS = 5 * 60_000;
/** When a meeting stands still without its facilitator. */
const LED: readonly Status[] = ['inMeeting', 'summedUp'];
/** Who is asked first: the hospital. */
const placeOf = (role: Role) => (STAFF as readonly Role[]).indexOf(role);

export interface LeadWatchParts {
  meetings: Pick<Meetings, 'get'>;
  participants: Pick<Participants, 'of'>;
  attendance: Pick<Attendance, 'isPresent'>;
  offers: Offers;
  bell: Bell;
  defer: (ms: number, then: () => void) => void;
  /** ms since 1970. */
  now: () => number;
  report: (error: unknown) => void;
}

/** Sees to it that no meeting is stuck because its facilitator's line is lost. */
export interface LeadWatch {
  /** Told whenever somebody comes, goes, or the lead changes. */
  look(meeting: MeetingId): void;
  /** Somebody would rather not lead: the next is asked. */
  declined(meeting: MeetingId, by: ParticipantId): void;
}

export function createLeadWatch(parts: LeadWatchParts): LeadWatch {
  const { meetings, participants, attendance, offers, bell, defer, now, report } = parts;
  /** By meeting: when its line was lost, as something that is one's own. */
  const losses = new Map<MeetingId, symbol>();
  const refusals = new Map<MeetingId, Set<ParticipantId>>();

  const isLost = async (id: MeetingId) => {
    const { state, facilitator, startsAt } = await meetings.get(id);
    const isLate = fitsState('start', state) && now() >= startsAt + LATE_MS;
    return (isLate || LED.includes(state.status)) && !attendance.isPresent(id, facilitator);
  };

  const offer = (id: MeetingId, to: ParticipantId | null) => {
    if (offers.to(id) === to) return;
    offers.make(id, to);
    bell.emit('meeting', id);
  };

  const offerOn = async (id: MeetingId) => {
    const here = (await participants.of(id)).filter((one) => mayLead(one.role) && attendance.isPresent(id, one.id));
    const staff = here
      .filter((one) => !refusals.get(id)?.has(one.id))
      .toSorted((a, b) => placeOf(a.role) - placeOf(b.role));
    const asked = offers.to(id);
    // Whoever is asked already and still here is not passed over for somebody who came later.
    offer(id, staff.some((one) => one.id === asked) ? asked : (staff[0]?.id ?? null));
    if (staff.length || !here.length) return;
    // Nobody wanted to: after a while they are asked anew, for without anybody the meeting stands still.
    refusals.delete(id);
    void look(id).catch(report);
  };

  const look = async (id: MeetingId) => {
    if (!(await isLost(id))) {
      refusals.delete(id);
      losses.delete(id);
      return offer(id, null);
    }
    if (offers.to(id) !== null) return offerOn(id);
    if (losses.has(id)) return;
    const loss = Symbol('loss');
    losses.set(id, loss);
    defer(LOST_MS, () => {
      // Whoever was back in between has all of the time again.
      if (losses.get(id) !== loss) return;
      losses.delete(id);
      isLost(id).then((lost) => (lost ? offerOn(id) : undefined), report);
    });
  };

  return {
    look: (id) => void look(id).catch(report),
    declined(id, by) {
      refusals.set(id, (refusals.get(id) ?? new Set()).add(by));
      offerOn(id).catch(report);
    },
  };
}
