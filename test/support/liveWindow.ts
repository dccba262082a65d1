import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { AgreementView, Answer, MeetingView, type ClientToServer, type ServerToClient } from '#shared/live.ts';
import { connectErrorCode } from '#lib/state/connectError.ts';
import type { Guest } from './guest.ts';

/** `either`: polling, and a WebSocket as soon as one gets through, as pages do. */
type Transport = 'websocket' | 'polling' | 'either';

/** A window of the meeting: what it was last told, and how to ask. */
export function windowOf(guest: Guest, meeting: unknown, transport: Transport = 'websocket', seat?: string) {
  const transports = transport === 'either' ? ['polling', 'websocket'] : [transport];
  const socket: Socket<ServerToClient, ClientToServer> = io(guest.url, {
    ...{ path: '/live', auth: { meeting }, transports, reconnection: false, forceNew: true },
    extraHeaders: { Cookie: guest.cookie },
    ...(seat === undefined ? {} : { query: { seat } }),
  });
  onTestFinished(() => void socket.disconnect());
  const seen: { meeting: MeetingView | null; agreement: AgreementView | null; problem: string | null; views: number } =
    {
      ...{ meeting: null, agreement: null, problem: null, views: 0 },
    };
  socket.on('meeting', (view) => {
    seen.meeting = MeetingView.parse(view);
    seen.views += 1;
  });
  socket.on('agreement', (view) => (seen.agreement = AgreementView.parse(view)));
  socket.on('connect_error', (error) => (seen.problem = connectErrorCode(error) ?? error.message));
  const ask = async (event: string, payload: unknown): Promise<Answer> =>
    Answer.parse(await (socket as Socket).timeout(5000).emitWithAck(event, payload));
  return { socket, seen, ask };
}
