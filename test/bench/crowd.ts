import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order, Word, Work } from './work.ts';

const GENERATOR = fileURLToPath(new URL('generator.ts', import.meta.url));

/** The clients, in a process of their own. */
export interface Crowd {
  /** The next word that it says. @throws Error when that is a failure, or it is gone. */
  hear<Kind extends Word['kind']>(kind: Kind): Promise<Extract<Word, { kind: Kind }>>;
  tell(order: Order): void;
  /** Ends the process, however far it is. */
  close(): Promise<void>;
}

/** Starts a process with clients, and gives it its work. */
export function startCrowd(work: Work): Crowd {
  const child = fork(GENERATOR, { execArgv: ['--max-old-space-size=8192', '--max-semi-space-size=64'] });
  const gone = once(child, 'exit');
  const words = on(child, 'message', { close: ['exit'] });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.send(work);
  return {
    async hear(kind) {
      const next = (await words.next()) as IteratorResult<[Word], undefined>;
      if (next.done) throw new Error('the clients are gone');
      const [word] = next.value;
      if (word.kind === 'failed') throw new Error(`the clients failed: ${word.why}`);
      if (word.kind !== kind) throw new Error(`the clients said ${word.kind} where ${kind} was expected`);
      return word as Extract<Word, { kind: typeof kind }>;
    },
    tell: (order) => void child.send(order),
    async close() {
      kill();
      await gone;
      process.removeListener('exit', kill);
    },
  };
}
