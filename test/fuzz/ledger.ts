import * as Y from 'yjs';
import type { ParticipantId } from '#shared/ids.ts';
import { mayWrite } from '#shared/plan/rights.ts';
import { section as declared, type SectionKey } from '#shared/plan/sections.ts';
import type { LoggedUpdate } from '#server/store/updateLog.ts';
import type { Participant } from '#server/access/participant.ts';
import { readUpdate } from '#server/sync/updateBytes.ts';

/** How far each client's writing was stored at a moment, for each part. Never written to. */
export type Stored = Readonly<Record<string, ReadonlyMap<number, number>>>;

/** What is on the disk, kept apart from all that is tested, and what must hold of it at every moment. */
export class Ledger {
  /** What was found to be wrong, in words. */
  readonly problems: string[] = [];
  updates = 0;
  stored: Stored = {};
  readonly #docs = new Map<SectionKey, Y.Doc>();
  readonly #owners = new Map<string, ParticipantId | null>();
  readonly #people: ReadonlyMap<ParticipantId, Participant>;

  constructor(people: readonly Participant[]) {
    this.#people = new Map(people.map((who) => [who.id, who]));
  }

  doc(section: SectionKey): Y.Doc {
    const doc = this.#docs.get(section) ?? new Y.Doc();
    this.#docs.set(section, doc);
    return doc;
  }

  /** An update has reached the disk. */
  take({ room: { section }, participant, update }: LoggedUpdate): void {
    const doc = this.doc(section);
    const who = participant && this.#people.get(participant);
    if (who && !mayWrite(who, section)) this.#wrong(`${who.name} may not write ${section}, and it was stored`);
    for (const client of Y.parseUpdateMeta(update).to.keys()) {
      const name = `${section}/${client}`;
      const owner = this.#owners.get(name);
      if (owner === undefined) this.#owners.set(name, participant);
      else if (owner !== participant) this.#wrong(`${name} is ${owner}'s, and ${participant} wrote under it`);
    }
    Y.applyUpdate(doc, update);
    if (isPending(doc)) this.#wrong(`${section}: what is stored points to what is not`);
    this.updates += 1;
    this.stored = { ...this.stored, [section]: Y.decodeStateVector(Y.encodeStateVector(doc)) };
  }

  /** Somebody was shown an update which left the server when so much was stored. */
  checkSeen(who: string, section: SectionKey, update: Uint8Array, then: Stored): void {
    for (const [client, end] of Y.parseUpdateMeta(update).to)
      if (end > (then[section]?.get(client) ?? 0))
        this.#wrong(`${who} saw in ${section} what was not stored: ${client}@${end}`);
    // In a map, what somebody has written and not sent yet may be what takes away what they are shown.
    if (declared(section).kind !== 'text') return;
    for (const { client, clock, len } of readUpdate(update)?.deletions ?? [])
      if (!this.#isDeleted(section, client, clock, len))
        this.#wrong(`${who} saw a deletion in ${section} that was not stored`);
  }

  /** Somebody was told that all of theirs is stored, by a server that had so much stored. */
  checkSaved(who: string, section: SectionKey, doc: Y.Doc, then: Stored): void {
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc)))
      if (clock > (then[section]?.get(client) ?? 0))
        this.#wrong(`${who} was told that ${section} is saved, and it is not: ${client}@${clock}`);
    for (const [client, structs] of doc.store.clients)
      for (const { deleted, id, length } of structs)
        if (deleted && !this.#isDeleted(section, client, id.clock, length))
          this.#wrong(`${who} was told that ${section} is saved, and a deletion is not`);
  }

  #isDeleted(section: SectionKey, client: number, clock: number, length: number): boolean {
    const structs = this.doc(section).store.clients.get(client) ?? [];
    const within = structs.filter(({ id, length: long }) => id.clock < clock + length && id.clock + long > clock);
    return within.length > 0 && within.every(({ deleted }) => deleted);
  }

  #wrong(what: string): void {
    if (this.problems.length < 10) this.problems.push(what);
  }
}

export const isPending = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;
