import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { DeliveryProblem } from '#shared/delivery.ts';
import type { MeetingId } from '#shared/ids.ts';
import { isRefused } from '#shared/receivers.ts';
import type { Chance } from '#server/access/secrets.ts';
import type { Audit } from '#server/audit/audit.ts';
import type { Bell } from '#server/meeting/bell.ts';
import type { Meetings } from '#server/meeting/meetings.ts';
import { judge, type Outcome } from './answer.ts';
import { messageFor } from './message.ts';
import type { Due, Outbox } from './outbox.ts';
import { MOST_TRIES, waitAfter } from './patience.ts';
import type { Receiver } from './receiver.ts';
import { WireProblem, type Message, type Wire } from './wire.ts';

/** How often it is looked for what is due. */
const BEAT_MS = 5000;
/** So many receivers are called at once; each has one message at a time. */
const AT_ONCE = 8;

/** Takes what is in the outbox to its receivers, again and again until they say that they have it. */
export interface Courier {
  /** Looks for what is due now. */
  wake(): void;
  /** Ends when nothing is on its way any more. What was, goes again after the next start, under the same names. */
  stop(): Promise<void>;
}

export interface CourierParts {
  outbox: Outbox;
  receivers: readonly Receiver[];
  /** Whose submissions they are, as an OID. */
  source: string;
  post: Wire;
  versionOf: (meeting: MeetingId, version: number) => Promise<AgreedVersion>;
  /** The version as a FHIR document. */
  documentOf: (version: AgreedVersion) => Promise<string>;
  /** Before the document leaves: so that it is known again. */
  noteFile: (document: string, version: AgreedVersion) => Promise<void>;
  meetings: Pick<Meetings, 'get' | 'settle'>;
  audit: Pick<Audit, 'note'>;
  bell: Bell;
  chance: Chance;
  now: () => number;
  every: (ms: number, then: () => void) => () => void;
  /** The operator's log; neither content nor anything of a token goes there. */
  log: { warn(what: object, words: string): void; error(what: object, words: string): void };
}

export function createCourier(parts: CourierParts): Courier {
  const { outbox, bell, every, log, now } = parts;
  const closing = new AbortController();
  const rounds = new Map<string, Promise<void>>();

  const round = async (receiver: string) => {
    for (;;) {
      const due = closing.signal.aborted ? null : await outbox.next(receiver, now());
      if (!due) return;
      await deliver(parts, due, closing.signal);
    }
  };

  const look = async () => {
    for (const receiver of await outbox.receivers(now())) {
      if (closing.signal.aborted || rounds.size >= AT_ONCE) return;
      if (rounds.has(receiver)) continue;
      const going = round(receiver).finally(() => rounds.delete(receiver));
      // What failed on our side waits for the next beat.
      rounds.set(
        receiver,
        going.then(wake, (err: unknown) => log.error({ err, receiver }, 'a round did not end well')),
      );
    }
  };

  let looking: Promise<void> = Promise.resolve();
  const wake = () => {
    if (closing.signal.aborted) return;
    looking = looking.then(look).catch((err: unknown) => log.error({ err }, 'the outbox could not be read'));
  };

  const stopBeat = every(BEAT_MS, wake);
  bell.on('agreement', wake);
  wake();
  return {
    wake,
    async stop() {
      closing.abort();
      stopBeat();
      bell.off('agreement', wake);
      await looking;
      await Promise.all(rounds.values());
    },
  };
}

async function deliver(parts: CourierParts, due: Due, closing: AbortSignal): Promise<void> {
  const { meetings, receivers } = parts;
  const receiver = receivers.find(({ id }) => id === due.receiver);
  if (!receiver) return failed(parts, due, 'not-allowed');
  const prepared = await messageOf(parts, due, receiver);
  if (!prepared) return settle(parts, due, { kind: 'later', problem: 'not-sent', askedMs: null });
  // The patient may have said so a moment ago.
  const { refused } = await meetings.get(due.meeting);
  if (isRefused(due.party, refused)) return failed(parts, due, 'not-wanted');
  await note(parts, due, 'sending');
  const outcome = await tried(parts, receiver, prepared, closing);
  if (!closing.aborted) await settle(parts, due, outcome);
}

/** Null when it cannot be made: that is our fault, and nobody else's mail waits for it. */
async function messageOf(parts: CourierParts, due: Due, receiver: Receiver) {
  const { versionOf, documentOf, noteFile, outbox, source, log } = parts;
  try {
    const version = await versionOf(due.meeting, due.version);
    const document = await documentOf(version);
    await noteFile(document, version);
    // With words added to one of the two, it is another document than the one that is replaced.
    const isBare = async (number: number) => (await versionOf(due.meeting, number)).addenda.length === 0;
    const replaces = version.addenda.length === 0 && (await outbox.hasEarlier(due)) && (await isBare(due.version - 1));
    return messageFor(receiver, { delivery: due.id, document, source, receiver: receiver.name, replaces });
  } catch (err) {
    log.error({ err, delivery: due.id }, 'a delivery could not be made');
    return null;
  }
}

async function tried(
  { post, now }: CourierParts,
  receiver: Receiver,
  { sent, ...message }: Message & { sent: Parameters<typeof judge>[1] },
  closing: AbortSignal,
): Promise<Outcome> {
  try {
    return judge(await post(receiver, message, closing), sent, now());
  } catch (error) {
    if (!(error instanceof WireProblem)) throw error;
    const { problem, passes } = error;
    return passes ? { kind: 'later', problem, askedMs: null } : { kind: 'never', problem };
  }
}

async function settle(parts: CourierParts, due: Due, outcome: Outcome): Promise<void> {
  const { outbox, meetings, bell, chance, log, now } = parts;
  if (outcome.kind === 'never') return failed(parts, due, outcome.problem);
  const tries = due.tries + 1;
  if (outcome.kind === 'later') {
    if (tries >= MOST_TRIES) return failed(parts, due, outcome.problem);
    const waitMs = waitAfter(tries, Number(chance.code()) / 1_000_000, outcome.askedMs);
    await outbox.later(due, now() + waitMs, outcome.problem);
    log.warn({ delivery: due.id, receiver: due.receiver, problem: outcome.problem, tries, waitMs }, 'a delivery waits');
  } else {
    await note(parts, due, 'delivered');
    await meetings.settle(due.meeting, { kind: 'exported', version: due.version, isReceipt: true });
    await outbox.received(due, now());
    // When all of it will be deleted is settled by the last receipt.
    bell.emit('meeting', due.meeting);
  }
  bell.emit('agreement', due.meeting);
}

async function failed(parts: CourierParts, due: Due, problem: DeliveryProblem): Promise<void> {
  await note(parts, due, 'delivery-failed', problem);
  await parts.outbox.failed(due, problem);
  parts.log.error({ delivery: due.id, receiver: due.receiver, problem, tries: due.tries + 1 }, 'a delivery failed');
  parts.bell.emit('agreement', due.meeting);
}

/** The house does it, and the log names whom it is about. */
async function note(
  { audit }: CourierParts,
  { meeting, version, name, party }: Due,
  action: 'sending' | 'delivered' | 'delivery-failed',
  problem?: DeliveryProblem,
): Promise<void> {
  const by = { id: null, name, role: party, organisation: name };
  await audit.note(meeting, by, action, { about: `version ${version}${problem ? `, ${problem}` : ''}` });
}
