import type { ParticipantId } from '#shared/ids.ts';
import { CLIENT_IDS } from './limits.ts';

/** Whoever writes: a participant, or null for the house itself. */
export type Owner = ParticipantId | null;

/**
 * Whose each Yjs client id in a document is: it belongs to whoever used it first, in writing or in presence, for as
 * long as the document lives. Written ones are read off the log when a document is loaded, so they outlive a restart.
 */
export class ClientIds {
  readonly #owners = new Map<number, Owner>();
  readonly #counts = new Map<Owner, number>();

  /** Undefined for an id that nobody has used. */
  ownerOf(client: number): Owner | undefined {
    return this.#owners.get(client);
  }

  /** Everyone's, as pairs. */
  all(): [client: number, owner: Owner][] {
    return [...this.#owners];
  }

  /** Whether `owner` may use `client` from now on; the first one to ask gets it. */
  mayClaim(client: number, owner: Owner): boolean {
    const known = this.#owners.get(client);
    if (known !== undefined) return known === owner;
    return owner === null || (this.#counts.get(owner) ?? 0) < CLIENT_IDS;
  }

  /** Gives `client` to `owner`, unless it is somebody's already. */
  claim(client: number, owner: Owner): void {
    if (this.#owners.has(client)) return;
    this.#owners.set(client, owner);
    this.#counts.set(owner, (this.#counts.get(owner) ?? 0) + 1);
  }
}
