import { readFile } from 'node:fs/promises';

/** What the system says of a process. */
export interface Vitals {
  /** ms on a processor since the process began, its threads' and the kernel's on its behalf. */
  cpuMs: number;
  /** Resident memory in MB (10⁶ bytes). */
  memoryMB: number;
}

/** Linux counts a process's time in hundredths of a second, on every processor that Node.js runs on. */
const TICK_MS = 10;

/** Reads them from `/proc`. @throws Error when there is no such process, or no `/proc`. */
export async function vitalsOf(pid: number): Promise<Vitals> {
  const [stat, status] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/status`, 'utf8'),
  ]);
  // The name in brackets may hold spaces; utime and stime are the 14th and 15th fields, the third follows the name.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const kibibytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN);
  return {
    cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
    memoryMB: (kibibytes * 1024) / 1e6,
  };
}
