import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { Signal } from '#shared/live.ts';

/** Who has a window of the meeting open, and what they signal. In memory alone: it ends when the line does. */
export interface Attendance {
  /** Another window of the participant; the function that comes back closes it. */
  arrive(meeting: MeetingId, participant: ParticipantId): () => void;
  isPresent(meeting: MeetingId, participant: ParticipantId): boolean;
  signal(meeting: MeetingId, participant: ParticipantId, signal: Signal | null): void;
  /** The meeting has gone on: whoever was not finished with what it was about has nothing to say of the next. */
  goOn(meeting: MeetingId): void;
  signalOf(meeting: MeetingId, participant: ParticipantId): Signal | null;
}

interface Seat {
  windows: number;
  signal: Signal | null;
}

export function createAttendance(): Attendance {
  const meetings = new Map<MeetingId, Map<ParticipantId, Seat>>();
  const seatOf = (meeting: MeetingId, participant: ParticipantId) => meetings.get(meeting)?.get(participant);

  const leave = (meeting: MeetingId, participant: ParticipantId) => {
    const seats = meetings.get(meeting);
    const seat = seats?.get(participant);
    if (!seats || !seat) return;
    seat.windows -= 1;
    if (seat.windows === 0) seats.delete(participant);
    if (seats.size === 0) meetings.delete(meeting);
  };

  return {
    arrive(meeting, participant) {
      const seats = meetings.get(meeting) ?? new Map<ParticipantId, Seat>();
      meetings.set(meeting, seats);
      const seat = seats.get(participant) ?? { windows: 0, signal: null };
      seats.set(participant, seat);
      seat.windows += 1;
      return () => leave(meeting, participant);
    },
    isPresent: (meeting, participant) => seatOf(meeting, participant) !== undefined,
    signal(meeting, participant, signal) {
      const seat = seatOf(meeting, participant);
      if (seat) seat.signal = signal;
    },
    goOn(meeting) {
      for (const seat of meetings.get(meeting)?.values() ?? []) if (seat.signal === 'notFinished') seat.signal = null;
    },
    signalOf: (meeting, participant) => seatOf(meeting, participant)?.signal ?? null,
  };
}
