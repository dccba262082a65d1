import { countPayload, decodeFrame, encodeFrame, wordsOf, type Frame, type FrameKind } from '#shared/line.ts';

/** A socket of which a test plays the other end. */
export class ScriptedSocket {
  binaryType = 'blob';
  onopen: ((event: object) => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  readonly frames: Frame[] = [];
  isClosed = false;
  bufferedAmount = 0;
  #said = 0;

  send(frame: Uint8Array): void {
    const decoded = decodeFrame(frame);
    if (decoded) this.frames.push(decoded);
  }

  close(): void {
    this.isClosed = true;
  }

  /** The other end takes the connection, and gives the sign of life that it is asked for. */
  accept(): void {
    this.onopen?.({});
    this.beat();
  }

  /** The other end closes it. */
  end(code: number, reason = ''): void {
    this.onclose?.({ code, reason });
  }

  /** Says the next frame, or one with a number that is not its own. */
  say(kind: FrameKind, channel: number, payload: Uint8Array, number = this.#said++): void {
    this.onmessage?.({ data: encodeFrame({ kind, channel, number, payload }).buffer });
  }

  /** The other end has had so many frames. */
  beat(had = this.frames.length): void {
    this.say('beat', 0, countPayload(had));
  }

  /** The next frame is lost on its way here. */
  lose(): void {
    this.#said += 1;
  }

  /** Messages that came on the channel of a section. */
  on(section: string): Uint8Array[] {
    const channel = this.channelOf(section);
    return this.frames
      .filter((frame) => frame.kind === 'data' && frame.channel === channel)
      .map(({ payload }) => payload);
  }

  channelOf(section: string): number {
    return this.frames.findLast((frame) => frame.kind === 'open' && wordsOf(frame.payload) === section)?.channel ?? -1;
  }

  get asSocket(): WebSocket {
    return this as unknown as WebSocket;
  }
}
