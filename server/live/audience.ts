import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { MeetingId } from '#shared/ids.ts';
import type { AgreementView, ClientToServer, MeetingView, ServerToClient } from '#shared/live.ts';
import { readsAll } from '#shared/plan/rights.ts';
import type { Participant } from '#server/access/participant.ts';
import { viewFor } from '#server/meeting/viewFor.ts';

/** Who holds a socket, as they are now. */
export interface Seat {
  participant: Participant;
}
export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, Seat>;
export type LiveServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, Seat>;

/** Everyone who has a window of a meeting open. Each is told what they may know at the moment of telling. */
export interface Audience {
  isThere(meeting: MeetingId): boolean;
  tellMeeting(meeting: MeetingId, now: MeetingView): void;
  tellAgreement(meeting: MeetingId, now: AgreementView): void;
}

export function audienceOf(io: LiveServer): Audience {
  const socketsIn = (meeting: MeetingId) =>
    [...(io.sockets.adapter.rooms.get(meeting) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? []);
  return {
    isThere: (meeting) => io.sockets.adapter.rooms.has(meeting),
    tellMeeting(meeting, now) {
      for (const socket of socketsIn(meeting)) socket.emit('meeting', viewFor(socket.data.participant, now));
    },
    tellAgreement(meeting, now) {
      for (const socket of socketsIn(meeting)) tellAgreementTo(socket, now);
    },
  };
}

/** Nothing, where the plan is not shared as a whole: its hash says too much of the rest. */
export function tellAgreementTo(socket: LiveSocket, now: AgreementView): void {
  if (readsAll(socket.data.participant)) socket.emit('agreement', now);
}
