import type { MeetingId, ParticipantId } from '#shared/ids.ts';

/** Who has a window of the meeting open. In memory alone: it ends when the line does. */
export interface Attendance {
  /** Another window of the participant; the function that comes back closes it. */
  arrive(meeting: MeetingId, participant: ParticipantId): () => void;
  isPresent(meeting: MeetingId, participant: ParticipantId): boolean;
}

export function createAttendance(): Attendance {
  const windows = new Map<string, number>();
  const seat = (meeting: MeetingId, participant: ParticipantId) => `${meeting}/${participant}`;
  return {
    arrive(meeting, participant) {
      const key = seat(meeting, participant);
      windows.set(key, (windows.get(key) ?? 0) + 1);
      return () => {
        const left = (windows.get(key) ?? 1) - 1;
        if (left > 0) windows.set(key, left);
        else windows.delete(key);
      };
    },
    isPresent: (meeting, participant) => windows.has(seat(meeting, participant)),
  };
}
