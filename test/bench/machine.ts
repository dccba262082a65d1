import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';

/** What the figures depend on besides the code. */
export interface Machine {
  processors: number;
  model: string;
  node: string;
  /** Of the peers' servers and clients, by package. */
  versions: Record<string, string>;
}

const PACKAGES = { 'y-websocket': 'y-websocket-2', '@hocuspocus/server': '@hocuspocus/server', yjs: 'yjs', ws: 'ws' };

export async function readMachine(): Promise<Machine> {
  const versions = Object.entries(PACKAGES).map(async ([name, folder]) => {
    const file = new URL(`../../node_modules/${folder}/package.json`, import.meta.url);
    return [name, (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version] as const;
  });
  const processors = cpus();
  return {
    ...{ processors: processors.length, model: processors[0]?.model ?? 'unknown', node: process.versions.node },
    versions: Object.fromEntries(await Promise.all(versions)),
  };
}
