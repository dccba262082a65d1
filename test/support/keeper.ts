import { DatabaseSync } from 'node:sqlite';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STORE_FILE } from '#server/store/sqlite.ts';
import { agree, someone, writtenBy } from './held.ts';
import { signedIn } from './guest.ts';
import { runHouse } from './house.ts';

export const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** A house whose hours pass when the test says so. */
export async function hourlyHouse(options: { dataDir?: string; env?: Record<string, string>; ahead?: number } = {}) {
  const hourly = new Set<() => void>();
  const every = (ms: number, then: () => void) => {
    if (ms === HOUR_MS) hourly.add(then);
    return () => void hourly.delete(then);
  };
  const { ahead = 0, ...rest } = options;
  const late = ahead ? { now: () => Date.now() + ahead } : {};
  const house = await runHouse({ ...rest, over: { every, ...late } });
  return { ...house, anHour: () => [...hourly].forEach((then) => then()) };
}

/** Åse's plan, agreed; with `take` the case officer takes a copy. */
export async function exportedMeeting(options: Parameters<typeof hourlyHouse>[0] = {}) {
  const house = await hourlyHouse(options);
  const written = await writtenBy(await signedIn(house.url, someone('kari')), 'kari');
  await agree(written.people, written.meeting);
  const take = () => written.people.mona.get(`/api/meetings/${written.meeting}/versions/1/export?format=text`);
  return { house, ...written, take };
}

/** What a store that nobody has open says. */
export function askStore<Row>(dataDir: string, query: string): Row[] {
  const database = new DatabaseSync(join(dataDir, STORE_FILE), { readOnly: true });
  try {
    return database.prepare(query).all() as Row[];
  } finally {
    database.close();
  }
}

/** The files of the folder that hold these bytes anywhere. */
export async function filesWith(dataDir: string, words: string): Promise<string[]> {
  const files = await readdir(dataDir);
  const bytes = await Promise.all(files.map((file) => readFile(join(dataDir, file))));
  return files.filter((_, at) => bytes[at]!.includes(words));
}
