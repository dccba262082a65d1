import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { typeset, type Template } from './typst.ts';

/** A document to be set; `json` holds its data. */
export interface Job {
  template: Template;
  json: string;
}

/** What became of it. `ours`: the fault is the press's, and another try may go well. */
export type Outcome = { ok: true; pdf: Uint8Array } | { ok: false; why: string; ours: boolean };

/** How readily this thread gives way to the one that carries the meetings: 0 not at all, 19 always. */
const YIELDING = 5;

// Elsewhere the priority is the whole program's.
if (process.platform === 'linux') setPriority(YIELDING);

parentPort?.on('message', ({ template, json }: Job) => {
  parentPort?.postMessage(outcomeOf(template, json));
});

function outcomeOf(template: Template, json: string): Outcome {
  try {
    return { ok: true, pdf: typeset(template, json) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error), ours: false };
  }
}
