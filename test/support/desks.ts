import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { textRoot } from '#shared/plan/doc.ts';
import { desk, type Desk } from './desk.ts';
import { runHouse } from './house.ts';
import { seated, type DemoName } from './seat.ts';

/** A disk that a test can make wait. */
class Disk {
  readonly #waiting: (() => void)[] = [];
  isSlow = false;

  defer = (_ms: number, then: () => void): void => {
    if (this.isSlow) this.#waiting.push(then);
    else setTimeout(then, 0);
  };

  recover(): void {
    this.isSlow = false;
    for (const then of this.#waiting.splice(0)) then();
  }
}

/** The prepared meeting in a house of its own, with some of its people at their desks. */
export async function desks<Name extends DemoName>(...names: Name[]) {
  const disk = new Disk();
  const house = await runHouse({ over: { defer: disk.defer } });
  onTestFinished(() => disk.recover());
  const { meeting, people } = await seated(house.url, names);
  const made = await Promise.all(names.map(async (name) => [name, await desk(people[name], meeting)] as const));
  return { house, disk, meeting, people, at: Object.fromEntries(made) as Record<Name, Desk> };
}

/** Writes as a field would, at the end of a text part. */
export const write = (doc: Y.Doc, words: string) => textRoot(doc).insert(textRoot(doc).length, words);
