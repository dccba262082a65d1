import { Hash } from '#shared/ids.ts';

/** The SHA-256 of a file. Browsers work it out only on pages that nobody on the way can have changed. */
export async function fingerprintOf(bytes: ArrayBuffer): Promise<Hash> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Hash.parse([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
}
