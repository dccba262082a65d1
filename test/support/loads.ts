import type { Page } from 'playwright-core';

/** One file that a page loaded: its size on the wire in bytes, without headers, as the server compressed it. */
export interface Loaded {
  path: string;
  kind: 'script' | 'style' | 'font' | 'data' | 'page';
  bytes: number;
}

const KINDS: readonly [RegExp, Loaded['kind']][] = [
  [/\.js$/, 'script'],
  [/\.css$/, 'style'],
  [/\.woff2$/, 'font'],
  [/^\/api\//, 'data'],
];

/** Watches what `page` loads from now on; ask when it stands. What the browser has kept is fetched again. */
export async function watchLoads(page: Page): Promise<() => Loaded[]> {
  const wire = await page.context().newCDPSession(page);
  const headers = new Map<string, { path: string; bytes: number }>();
  const loaded: Loaded[] = [];
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    headers.set(requestId, { path: new URL(response.url).pathname, bytes: response.encodedDataLength });
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const head = headers.get(requestId);
    if (!head) return;
    const kind = KINDS.find(([pattern]) => pattern.test(head.path))?.[1] ?? 'page';
    loaded.push({ path: head.path, kind, bytes: Math.max(encodedDataLength - head.bytes, 0) });
  });
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  await wire.send('Network.setBypassServiceWorker', { bypass: true });
  return () => [...loaded];
}

/** Bytes of one kind. */
export function weightOf(loaded: readonly Loaded[], kind: Loaded['kind']): number {
  return loaded.filter((one) => one.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0);
}
