import * as z from 'zod/mini';

/**
 * The shared line: one WebSocket per participant that carries all documents of a meeting. A channel on it behaves like
 * a socket of its own at `/sync/:meetingId/:section`. A frame is
 *
 *   kind (1 byte) · channel (2 bytes, big-endian) · number (4 bytes, big-endian) · payload
 *
 * open: the section's key in UTF-8 · data: one message of the y-websocket protocol · close: close code (2 bytes) and
 * reason · ack: how many of the channel's updates are safely stored (4 bytes) · refused: a problem as JSON · beat: a
 * sign of life, on channel 0; the server's says how many frames it has had (4 bytes), and it answers the client's.
 * A client sends open, data, close and beat; the server sends data, close, ack, refused and beat.
 *
 * Each side numbers all its frames from 0, whatever their channel. A frame that has come before is passed over; when
 * one is missing, nothing that follows can be trusted, and the line ends: a new one brings both sides up to date.
 */
export const FRAME_KINDS = ['open', 'data', 'close', 'ack', 'refused', 'beat'] as const;
export type FrameKind = (typeof FRAME_KINDS)[number];

export interface Frame {
  kind: FrameKind;
  channel: number;
  number: number;
  payload: Uint8Array;
}

/**
 * Where a network lets no WebSocket through, the same frames go over socket.io's polling at this path, each as an event
 * of this name; the query says `meeting` and `schema`. The server's close comes as an event with code and reason.
 */
export const POLLING_PATH = '/line-polling';
export const FRAME_EVENT = 'frame';
export const CLOSED_EVENT = 'closed';

const HEADER_BYTES = 7;
const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder('utf-8', { fatal: true });

export function encodeFrame({ kind, channel, number, payload }: Frame): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(HEADER_BYTES + payload.byteLength);
  const view = new DataView(frame.buffer);
  frame[0] = FRAME_KINDS.indexOf(kind);
  view.setUint16(1, channel);
  view.setUint32(3, number);
  frame.set(payload, HEADER_BYTES);
  return frame;
}

/** The frame in `bytes`, or null when it is none. The payload is a view, not a copy. */
export function decodeFrame(bytes: Uint8Array): Frame | null {
  const kind = FRAME_KINDS[bytes[0] ?? -1];
  if (!kind || bytes.byteLength < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { kind, channel: view.getUint16(1), number: view.getUint32(3), payload: bytes.subarray(HEADER_BYTES) };
}

/** What the number of a frame says of it: it follows on, it has come before, or one before it is missing. */
export type Place = 'next' | 'again' | 'gap';

/** The frames of one direction, counted as they come. */
export class Arrivals {
  /** How many have come, in order and without a gap. */
  count = 0;

  take(number: number): Place {
    if (number !== this.count) return number < this.count ? 'again' : 'gap';
    this.count += 1;
    return 'next';
  }
}

export const wordsPayload = (words: string): Uint8Array => utf8.encode(words);

/** @throws TypeError when the bytes are not UTF-8. */
export const wordsOf = (payload: Uint8Array): string => fromUtf8.decode(payload);

export function countPayload(count: number): Uint8Array {
  const payload = new Uint8Array(4);
  new DataView(payload.buffer).setUint32(0, count);
  return payload;
}

export const countOf = (payload: Uint8Array): number =>
  new DataView(payload.buffer, payload.byteOffset, payload.byteLength).getUint32(0);

export function closePayload(code: number, reason: string): Uint8Array {
  const words = utf8.encode(reason);
  const payload = new Uint8Array(2 + words.byteLength);
  new DataView(payload.buffer).setUint16(0, code);
  payload.set(words, 2);
  return payload;
}

export function closeOf(payload: Uint8Array): { code: number; reason: string } {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  return { code: view.getUint16(0), reason: new TextDecoder().decode(payload.subarray(2)) };
}

/** What the server says of an update that it did not take. */
export const Refusal = z.strictObject({ code: z.string(), detail: z.string() });
export type Refusal = z.infer<typeof Refusal>;
