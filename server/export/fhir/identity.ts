import { createHash } from 'node:crypto';

/** The namespace of every name-based UUID in our documents. */
const NAMESPACE = Buffer.from('0d1c3a5e7b294f6883a4c1e6f2b7d590', 'hex');

/** Any UUID but a name-based one: those are ours to give, and nobody can take one beforehand by naming a row after it. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-46-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Gives the things of one document their addresses: the same thing has the same in every export of the meeting. */
export interface Identity {
  /** `urn:uuid:` and the row's own id where it is a UUID that no row before it has, else one made of kind and id. */
  ofRow(kind: string, id: string): string;
  /** `urn:uuid:` and a UUID made of the meeting, the kind and the name (version 5 of RFC 9562). */
  named(kind: string, name: string): string;
}

export function createIdentity(meeting: string): Identity {
  const taken = new Set<string>();
  const named = (kind: string, name: string) => nameBased(JSON.stringify([meeting, kind, name]));
  return {
    named: (kind, name) => `urn:uuid:${named(kind, name)}`,
    ofRow(kind, id) {
      let uuid = id.toLowerCase();
      // Of a kind of its own: no row can take the address of what we name.
      if (!UUID.test(uuid)) uuid = named(`${kind} row`, id);
      for (let copy = 2; taken.has(uuid); copy++) uuid = named(`${kind} row`, `${id} ${copy}`);
      taken.add(uuid);
      return `urn:uuid:${uuid}`;
    },
  };
}

function nameBased(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
