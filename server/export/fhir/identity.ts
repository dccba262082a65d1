import { createHash } from 'node:crypto';

/** The namespace of every name-based UUID in our documents. */
const NAMESPACE = Buffer.from('0d1c3a5e7b294f6883a4c1e6f2b7d590', 'hex');

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Gives the things of one document their addresses: the same thing has the same in every export of the meeting. */
export interface Identity {
  /** `urn:uuid:` and the row's own id where it is a UUID that nothing else has taken, else one made of its name. */
  ofRow(kind: string, id: string): string;
  /** `urn:uuid:` and a UUID made of the meeting, the kind and the name (version 5 of RFC 9562). */
  named(kind: string, name: string): string;
}

export function createIdentity(meeting: string): Identity {
  const taken = new Set<string>();
  const take = (uuid: string) => {
    taken.add(uuid);
    return `urn:uuid:${uuid}`;
  };
  const named = (kind: string, name: string) => take(nameBased(JSON.stringify([meeting, kind, name])));
  return {
    named,
    ofRow(kind, id) {
      const uuid = id.toLowerCase();
      return UUID.test(uuid) && !taken.has(uuid) ? take(uuid) : named(kind, id);
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
