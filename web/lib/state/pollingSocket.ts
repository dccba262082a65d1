import type { Socket } from 'socket.io-client';
import { WIRE } from '#shared/errors.ts';
import { CLOSED_EVENT, FRAME_EVENT, POLLING_PATH } from '#shared/line.ts';
import { connectErrorCode } from './connectError.ts';

/** The code that a WebSocket gives for a connection that was lost. */
const LOST = 1006;

/**
 * As much of the browser's WebSocket as the line uses, over socket.io's polling, which passes where a network lets no
 * WebSocket through. socket.io is loaded when the first of these is made.
 */
export class PollingSocket {
  binaryType = 'arraybuffer';
  onopen: ((event: object) => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  #socket: Socket | null = null;
  #isOver = false;

  /** `url`: the line's own address, `ws(s)://host/line/<meeting>?…`. `headers` go along where there is no browser. */
  constructor(url: string, headers: Record<string, string> = {}) {
    this.#connect(url, headers).catch((error: unknown) => this.#end(LOST, String(error)));
  }

  /** Not in bytes: how many frames have not left yet. */
  get bufferedAmount(): number {
    return this.#socket?.io.engine.writeBuffer.length ?? 0;
  }

  send(frame: Uint8Array): void {
    if (!this.#isOver) this.#socket?.emit(FRAME_EVENT, frame);
  }

  close(): void {
    this.#isOver = true;
    this.#socket?.disconnect();
  }

  async #connect(url: string, headers: Record<string, string>): Promise<void> {
    const { io } = await import('socket.io-client');
    if (this.#isOver) return;
    const { host, protocol, pathname, searchParams } = new URL(url);
    const socket = io(`${protocol === 'wss:' ? 'https' : 'http'}://${host}`, {
      path: POLLING_PATH,
      transports: ['polling'],
      upgrade: false,
      reconnection: false,
      forceNew: true,
      query: { ...Object.fromEntries(searchParams), meeting: pathname.split('/').at(-1) },
      extraHeaders: headers,
    });
    this.#socket = socket;
    socket.on('connect', () => this.onopen?.({}));
    socket.on(FRAME_EVENT, (data: ArrayBuffer | Uint8Array) => this.onmessage?.({ data: bufferOf(data) }));
    socket.on(CLOSED_EVENT, (code: number, reason: string) => this.#end(code, reason));
    socket.on('connect_error', (error) => {
      const code = connectErrorCode(error);
      this.#end(code === null ? LOST : WIRE[code].close, code ?? error.message);
    });
    socket.on('disconnect', (reason) => this.#end(LOST, reason));
  }

  #end(code: number, reason: string): void {
    if (this.#isOver) return;
    this.close();
    this.onclose?.({ code, reason });
  }
}

/** Browsers get an ArrayBuffer, and Node a Buffer, which is a part of a larger one, and so is its `slice`. */
function bufferOf(data: ArrayBuffer | Uint8Array): ArrayBuffer {
  return data instanceof Uint8Array ? Uint8Array.from(data).buffer : data;
}
