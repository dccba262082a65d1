import { Channel, type ChannelNews } from '#lib/state/channel.ts';
import { Line } from '#lib/state/line.ts';
import { ManualWorld } from './manualWorld.ts';
import { ScriptedSocket } from './scriptedSocket.ts';

/** Messages of the y-websocket protocol that say nothing. */
export const STEP_2 = new Uint8Array([0, 1, 2, 0, 0]);
export const UPDATE = new Uint8Array([0, 2, 2, 0, 0]);
export const PRESENCE = new Uint8Array([1, 1, 0]);

/** A line of which the test plays the other end. */
export function scripted(chance = 0.5) {
  const sockets: ScriptedSocket[] = [];
  const world = new ManualWorld(() => {
    const socket = new ScriptedSocket();
    sockets.push(socket);
    return socket.asSocket;
  }, chance);
  /** Sockets that poll, once a test has said that there is such a thing. */
  const polling: ScriptedSocket[] = [];
  const allowPolling = () => {
    world.openPolling = () => {
      const socket = new ScriptedSocket();
      polling.push(socket);
      return socket.asSocket;
    };
  };
  const line = new Line('ws://house/line/meeting', world);
  return { world, line, sockets, polling, allowPolling, last: () => sockets.at(-1) as ScriptedSocket };
}

/** A channel that is told of, on a line that has been taken. */
export async function openChannel(line: Line, section: string, news: Partial<ChannelNews> = {}) {
  const told = { opened: 0, closed: [] as number[], stored: [] as boolean[], refused: [] as string[] };
  const channel = new Channel(line, section, {
    stored: (all) => void told.stored.push(all),
    refused: ({ code }) => void told.refused.push(code),
    ...news,
  });
  channel.onopen = () => (told.opened += 1);
  channel.onclose = ({ code }) => void told.closed.push(code);
  await Promise.resolve();
  return { channel, told };
}
