import type { WebSocket } from 'ws';
import type { Participant } from '#server/access/participant.ts';
import type { UpdateLog } from '#server/store/updateLog.ts';
import { openRooms, type Rooms } from '#server/sync/index.ts';
import { BEAT } from '#server/sync/limits.ts';
import { Line } from '#server/sync/lineDoor.ts';
import { WebSocketPipe } from '#server/sync/webSocketPipe.ts';
import { Purses } from '#server/sync/purse.ts';
import { Wire } from '#server/sync/wire.ts';
import { DiskIsFull } from './faultyLog.ts';
import type { ServerEnd } from './ends.ts';
import { machine, type Machine, type VirtualTime } from './virtualTime.ts';

export interface ServedHouseParts {
  time: VirtualTime;
  log: UpdateLog;
  updatesBeforeBase: number;
}

/** The real rooms behind real lines, as one process has them from its start to its end. */
export class ServedHouse {
  readonly machine: Machine = machine('server');
  readonly rooms: Rooms;
  /** What was reported and not meant to happen. */
  readonly reported: unknown[] = [];
  refusals = 0;
  readonly #wires = new Set<Wire>();
  readonly #time: VirtualTime;
  readonly #purses: Purses;

  constructor({ time, log, updatesBeforeBase }: ServedHouseParts) {
    this.#time = time;
    this.#purses = new Purses(() => time.now);
    const defer = (ms: number, then: () => void) => void time.after(ms, then, this.machine);
    this.rooms = openRooms({ log, defer, updatesBeforeBase, now: () => time.now, report: this.#report });
    this.#beat();
  }

  /** What the door does for somebody who has been admitted. */
  accept(end: ServerEnd, participant: Participant): void {
    const { rooms } = this;
    const pipe = new WebSocketPipe(end as unknown as WebSocket);
    const over = () => void this.#wires.delete(wire);
    const wire: Wire = new Wire(pipe, over);
    this.#wires.add(wire);
    const release = rooms.hold(participant.id, rooms.mark(), {
      close: (code, reason) => wire.close(code, reason),
      change: (changed) => line.change(changed),
    });
    const hooks = { onJoin: () => {}, onWrite: () => null, onRefused: () => void (this.refusals += 1) };
    const line = new Line({ wire, participant, rooms, hooks, report: this.#report });
    wire.listen(
      {
        receive: (frame) => line.receive(frame),
        beat: () => line.beat(),
        closed: () => {
          release();
          line.closed();
        },
      },
      this.#purses.forLine(participant.id),
    );
  }

  /** `kill -9`: nothing of it goes on. */
  kill(): void {
    this.machine.state = 'gone';
  }

  #beat(): void {
    this.#time.after(
      BEAT.everyMs,
      () => {
        for (const wire of [...this.#wires]) wire.beat();
        this.#beat();
      },
      this.machine,
    );
  }

  readonly #report = (error: unknown): void => {
    if (!(error instanceof DiskIsFull)) this.reported.push(error);
  };
}
