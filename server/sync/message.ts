import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { writePermissionDenied } from 'y-protocols/auth';
import {
  messageYjsSyncStep1,
  messageYjsSyncStep2,
  messageYjsUpdate,
  writeSyncStep1,
  writeSyncStep2,
  writeUpdate,
} from 'y-protocols/sync';
import type * as Y from 'yjs';
import { AppError } from '#shared/errors.ts';

/**
 * The y-websocket protocol, one message in each frame:
 *
 *   message := 0 sync | 1 awareness | 2 denied | 3
 *   sync    := 0 state vector | 1 update | 2 update
 *
 * 0·0 asks for what one lacks, 0·1 answers that, 0·2 is a change, 1 is presence, 3 asks for everyone's presence. Only
 * the server says 2 (denied).
 */
const SYNC = 0;
const AWARENESS = 1;
const AUTH = 2;
const QUERY_AWARENESS = 3;

/** What a client says. */
export type Message =
  | { kind: 'ask'; stateVector: Uint8Array }
  /** `isAnswer`: it is what we asked for when the client came, not a change of this moment. */
  | { kind: 'update'; update: Uint8Array; isAnswer: boolean }
  | { kind: 'presence'; update: Uint8Array }
  | { kind: 'askPresence' };

/** @throws AppError `bad-input` for anything but exactly one message. */
export function readMessage(bytes: Uint8Array): Message {
  const decoder = decoding.createDecoder(bytes);
  const message = readOne(decoder);
  // A server that read on would judge the first message and obey the second.
  if (decoding.hasContent(decoder)) throw new AppError('bad-input', 'One message in each frame.');
  return message;
}

function readOne(decoder: decoding.Decoder): Message {
  try {
    const type = decoding.readVarUint(decoder);
    if (type === QUERY_AWARENESS) return { kind: 'askPresence' };
    if (type === AWARENESS) return { kind: 'presence', update: decoding.readVarUint8Array(decoder) };
    const step = type === SYNC ? decoding.readVarUint(decoder) : null;
    if (step === messageYjsSyncStep1) return { kind: 'ask', stateVector: decoding.readVarUint8Array(decoder) };
    if (step === messageYjsSyncStep2 || step === messageYjsUpdate)
      return { kind: 'update', update: decoding.readVarUint8Array(decoder), isAnswer: step === messageYjsSyncStep2 };
  } catch {
    throw new AppError('bad-input', 'The message is cut short.');
  }
  throw new AppError('bad-input', 'There is no such message.');
}

/** Asks the client for what the document lacks. */
export const askMessage = (doc: Y.Doc): Uint8Array =>
  message(SYNC, (encoder) => {
    writeSyncStep1(encoder, doc);
  });

/** Answers with what the client lacks. @throws AppError `bad-input` when the state vector is none. */
export function answerMessage(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  try {
    return message(SYNC, (encoder) => {
      writeSyncStep2(encoder, doc, stateVector);
    });
  } catch {
    throw new AppError('bad-input', 'The state vector cannot be read.');
  }
}

export const updateMessage = (update: Uint8Array): Uint8Array =>
  message(SYNC, (encoder) => {
    writeUpdate(encoder, update);
  });

export const presenceMessage = (update: Uint8Array): Uint8Array =>
  message(AWARENESS, (encoder) => {
    encoding.writeVarUint8Array(encoder, update);
  });

export const deniedMessage = (reason: string): Uint8Array =>
  message(AUTH, (encoder) => {
    writePermissionDenied(encoder, reason);
  });

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
