import { EventEmitter } from 'node:events';
import type { Link } from './network.ts';

/** As much of the browser's WebSocket as the line uses. */
export class ClientEnd {
  binaryType = 'blob';
  readonly bufferedAmount = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  /** Null while it connects. */
  link: Link | 'never' | null = null;
  #isOver = false;

  get asSocket(): WebSocket {
    return this as unknown as WebSocket;
  }

  opened(link: Link): void {
    if (this.link === 'never') return link.toServer.last(() => link.end.ended(1006, ''));
    this.link = link;
    this.onopen?.();
  }

  heard(bytes: Uint8Array): void {
    if (!this.#isOver) this.onmessage?.({ data: Uint8Array.from(bytes).buffer });
  }

  closed(code: number, reason: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.onclose?.({ code, reason });
  }

  send(bytes: Uint8Array): void {
    const { link } = this;
    if (this.#isOver || link === null || link === 'never') return;
    link.toServer.frame(bytes, (arrived) => link.end.heard(arrived));
  }

  close(code = 1000): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const { link } = this;
    this.link = 'never';
    if (link === null || link === 'never') return;
    link.toServer.last(() => link.end.ended(code, ''));
  }
}

/** As much of the server's WebSocket as a wire uses. */
export class ServerEnd extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  readonly #link: Link;

  constructor(link: Link) {
    super();
    this.#link = link;
  }

  get bufferedAmount(): number {
    return this.#link.toClient.inFlight;
  }

  /** The wire listens before anything arrives. */
  pause(): void {}
  resume(): void {}

  heard(bytes: Uint8Array): void {
    if (this.readyState === this.OPEN) this.emit('message', Buffer.from(bytes), true);
  }

  ended(code: number, reason: string): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.#link.over();
    this.emit('close', code, Buffer.from(reason));
  }

  send(bytes: Uint8Array): void {
    if (this.readyState === this.OPEN) this.#link.toClient.frame(bytes, (arrived) => this.#link.client.heard(arrived));
  }

  close(code = 1005, reason = ''): void {
    if (this.readyState !== this.OPEN) return;
    this.readyState = 2;
    this.#link.toClient.last(() => {
      this.#link.client.closed(code, reason);
      this.#link.toServer.last(() => this.ended(code, reason));
    });
  }

  terminate(): void {
    this.#link.toClient.last(() => this.#link.client.closed(1006, ''));
    this.ended(1006, '');
  }

  /** The system of a machine that is awake answers by itself. */
  ping(): void {
    this.#link.toClient.last(() => this.#link.toServer.last(() => this.emit('pong')));
  }
}
