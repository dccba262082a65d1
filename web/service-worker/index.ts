/// <reference lib="webworker" />
import { version } from '$app/env';
import { self } from '$app/service-worker';

/**
 * What stays in the browser so that the app starts on a poor network: program, look and letters, and a page that says
 * honestly that there is no network. Nothing that anybody wrote or may read: answers of the server are never kept, and
 * no page but the one that is the same for everybody.
 */
const SHELF = `shell-${version}`;
const OFFLINE = ['/offline.html', '/error.css', '/favicon.svg'];

/** Files whose name changes with what is in them; they come with the program and belong to nobody. */
const isProgram = ({ origin, pathname }: URL): boolean =>
  origin === self.location.origin && pathname.startsWith('/_app/immutable/');

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.addAll(OFFLINE)));
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(clearOldShelves().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (isProgram(new URL(request.url))) event.respondWith(fromShelf(request));
  else if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => offlinePage()));
});

async function clearOldShelves(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name !== SHELF);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function fromShelf(request: Request): Promise<Response> {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await shelf.put(request, fresh.clone());
  return fresh;
}

async function offlinePage(): Promise<Response> {
  return (await caches.match('/offline.html')) ?? Response.error();
}
