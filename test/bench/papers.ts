import { setTimeout as sleep } from 'node:timers/promises';
import { aase } from '#server/demo/aase.ts';
import { sealOf } from '#server/agreement/freeze.ts';
import { createVersions } from '#server/agreement/versions.ts';
import { fhirOf } from '#server/export/fhir/bundle.ts';
import { jsonOf } from '#server/export/json.ts';
import { patientPdf } from '#server/export/pdf/patient.ts';
import { createPress } from '#server/export/pdf/press.ts';
import { staffPdf } from '#server/export/pdf/staff.ts';
import { textOf } from '#server/export/text.ts';
import { openSqlite } from '#server/store/sqlite.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { MeetingId } from '#shared/ids.ts';
import { agreedVersion } from '../support/agreedVersion.ts';
import type { Guest } from '../support/guest.ts';
import { seated } from '../support/seat.ts';
import { withCrowd, withServer } from './cell.ts';
import { median } from './measures.ts';
import type { Typed, TypingWork } from './work.ts';

/** What is made of an agreed plan. */
export const PAPERS = ['freeze', 'fhir', 'pdf', 'patient', 'text', 'json'] as const;
export type Paper = (typeof PAPERS)[number];
type Asked = Exclude<Paper, 'freeze'>;
const ASKED = PAPERS.filter((paper) => paper !== 'freeze');

/** Between one paper and the next that somebody asks for, in ms: far more than forty meetings need. */
const PAUSE_MS = 1000;
/** How often each is made; the first times, in which programs and letters are loaded, do not count. */
const TIMES = 30;
const UNCOUNTED = 5;

/** Times in ms. */
export interface PapersResult {
  /** Making one of Åse's plan, when nothing else is done: medians. */
  alone: Record<Paper, number>;
  /** From asking for one to having it, while meetings write: medians. Each is made anew. */
  asked: Record<Asked, number>;
  /** How many were asked for in the window. */
  papers: number;
  /** How late characters appeared, p99: with nobody asking for papers, and with somebody who asks once a second. */
  quiet: number;
  during: number;
}

/** Makes the papers by themselves, and then while meetings write; and looks whether the writers notice. */
export async function papersCell(work: Omit<TypingWork, 'url' | 'server' | 'kind'>): Promise<PapersResult> {
  const alone = await madeAlone();
  const quiet = await typed(work, null);
  const taken = new Map<Asked, number[]>();
  const during = await typed(work, taken);
  const asked = Object.fromEntries([...taken].map(([paper, times]) => [paper, median(times)]));
  const papers = [...taken.values()].flat().length;
  return { alone, asked: asked as PapersResult['asked'], papers, quiet: quiet.p99, during: during.p99 };
}

async function madeAlone(): Promise<PapersResult['alone']> {
  const press = createPress({
    every(ms, then) {
      const timer = setInterval(then, ms);
      return () => clearInterval(timer);
    },
  });
  const make: Record<Paper, (version: AgreedVersion) => unknown> = {
    freeze: ({ plan }) => JSON.stringify({ plan, ...sealOf(plan) }),
    fhir: fhirOf,
    pdf: (version) => staffPdf(version, press),
    patient: (version) => patientPdf(version, press),
    text: textOf,
    json: jsonOf,
  };
  const medians: Partial<PapersResult['alone']> = {};
  for (const paper of PAPERS) {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      // Another one each time: what sets the PDF remembers what it has set.
      const version = agreedVersion({ ...aase.plan, needs: `${aase.plan.needs} Dag ${time}.` });
      times.push(await timed(() => make[paper](version)));
    }
    medians[paper] = median(times.slice(UNCOUNTED));
  }
  await press.close();
  return medians as PapersResult['alone'];
}

/** Everyone types at a fresh server; where `taken` is given, somebody asks for papers all the while. */
async function typed(
  work: Omit<TypingWork, 'url' | 'server' | 'kind'>,
  taken: Map<Asked, number[]> | null,
): Promise<Typed> {
  return withServer('line', null, async (_server, url, restart) => {
    const { meeting } = await seated(url, []);
    await restart((folder) => putVersion(folder, MeetingId.parse(meeting)));
    const { people } = await seated(url, ['Kari']);
    // What makes papers is loaded with the first of each.
    for (const paper of ASKED) await askOnce(people.Kari, `/api/meetings/${meeting}/versions/1/export?format=${paper}`);
    return withCrowd({ ...work, kind: 'typing', server: 'line', url }, async (crowd) => {
      await crowd.hear('entered');
      await crowd.hear('window');
      const window = { isOpen: true };
      const asking = taken && askFor(people.Kari, meeting, taken, window);
      await crowd.hear('window');
      window.isOpen = false;
      await asking;
      return (await crowd.hear('typed')).typed;
    });
  });
}

/** An agreed version of the prepared meeting, put into the store while nobody has it. */
async function putVersion(folder: string, id: MeetingId): Promise<void> {
  const db = await openSqlite(folder);
  const version = agreedVersion(aase.plan);
  await createVersions(db).add({ ...version, meeting: { ...version.meeting, id } });
  await db.destroy();
}

/** One after the other with a pause between, for as long as the window is open. What is added to the version makes each of them a new one. */
async function askFor(
  nurse: Guest,
  meeting: string,
  taken: Map<Asked, number[]>,
  window: { isOpen: boolean },
): Promise<void> {
  const version = `/api/meetings/${meeting}/versions/1`;
  while (window.isOpen) {
    const added = await nurse.post(`${version}/addenda`, { words: 'Timen er flyttet til 9. desember.' });
    if (added.status !== 201) throw new Error(`nothing could be added: ${added.text}`);
    for (const paper of ASKED) {
      if (!window.isOpen) return;
      const times = taken.get(paper) ?? [];
      taken.set(paper, times);
      times.push(await timed(() => askOnce(nurse, `${version}/export?format=${paper}`)));
      await sleep(PAUSE_MS);
    }
  }
}

async function askOnce(nurse: Guest, path: string): Promise<void> {
  const came = await nurse.get(path);
  if (came.status !== 200) throw new Error(`${path} was refused: ${came.text.slice(0, 200)}`);
}

async function timed(act: () => unknown): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}
