import { z } from 'zod';

/**
 * The shared line: one WebSocket per participant that carries all documents of a meeting. A channel on it behaves like
 * a socket of its own at `/sync/:meetingId/:section`. A frame is
 *
 *   kind (1 byte) · channel (2 bytes, big-endian) · payload
 *
 * open: the section's key in UTF-8 · data: one message of the y-websocket protocol · close: close code (2 bytes) and
 * reason · ack: how many of the channel's updates are safely stored (4 bytes) · refused: a problem as JSON.
 * A client sends open, data and close; the server sends data, close, ack and refused.
 */
export const FRAME_KINDS = ['open', 'data', 'close', 'ack', 'refused'] as const;
export type FrameKind = (typeof FRAME_KINDS)[number];

export interface Frame {
  kind: FrameKind;
  channel: number;
  payload: Uint8Array;
}

const HEADER_BYTES = 3;
const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder('utf-8', { fatal: true });

export function encodeFrame({ kind, channel, payload }: Frame): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(HEADER_BYTES + payload.byteLength);
  frame[0] = FRAME_KINDS.indexOf(kind);
  new DataView(frame.buffer).setUint16(1, channel);
  frame.set(payload, HEADER_BYTES);
  return frame;
}

/** The frame in `bytes`, or null when it is none. The payload is a view, not a copy. */
export function decodeFrame(bytes: Uint8Array): Frame | null {
  const kind = FRAME_KINDS[bytes[0] ?? -1];
  if (!kind || bytes.byteLength < HEADER_BYTES) return null;
  const channel = new DataView(bytes.buffer, bytes.byteOffset).getUint16(1);
  return { kind, channel, payload: bytes.subarray(HEADER_BYTES) };
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
