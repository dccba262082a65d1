import { Hash } from '#shared/ids.ts';

/** As many as the server looks up at once. A plan's own stands first in everything that leaves the house. */
const MOST = 40;
const HASHES = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g;

/** What looks like the fingerprint of a plan, in the order of the file, each once. */
export function hashesIn(bytes: ArrayBuffer): Hash[] {
  // Whatever else the file is: these letters are the same in all that we read.
  const found = new TextDecoder('latin1').decode(bytes).match(HASHES) ?? [];
  return [...new Set(found)].slice(0, MOST).map((one) => Hash.parse(one));
}
