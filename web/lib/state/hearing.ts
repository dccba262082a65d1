const KEY = 'hear-others';
const OFF = 'off';

/** Whether this window tells a screen reader what the others do; yes unless somebody said no. */
export function hearsOthers(storage: Storage): boolean {
  return storage.getItem(KEY) !== OFF;
}

/** Remembers it for as long as the window lives. Nothing about anybody is kept. */
export function keepHearing(storage: Storage, hears: boolean): void {
  if (hears) storage.removeItem(KEY);
  else storage.setItem(KEY, OFF);
}
