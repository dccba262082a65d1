import { once } from 'node:events';
import { joinTogether } from './joiningPeople.ts';
import { typeTogether } from './typingPeople.ts';
import type { Order, Word, Work } from './work.ts';

/** The program with the clients: takes one piece of work from the bench, does it, and says how it went. */
// Each provider has a listener of its own for the end of the process.
process.setMaxListeners(0);
const say = (word: Word) => void process.send?.(word);

async function heard<T>(): Promise<T> {
  const [message] = (await once(process, 'message')) as [T];
  return message;
}

try {
  const work = await heard<Work>();
  if (work.kind === 'typing') say({ kind: 'typed', typed: await typeTogether(work, say) });
  else {
    const joinAgain = await joinTogether(work, say);
    for (let order = await heard<Order>(); order.kind === 'join again'; order = await heard<Order>())
      say({ kind: 'joined', ms: { [order.door]: await joinAgain(order.door) } });
  }
} catch (error) {
  say({ kind: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
// Hundreds of open lines need no goodbye: the server is stopped next.
process.disconnect?.();
