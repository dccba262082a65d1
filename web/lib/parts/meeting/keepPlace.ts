import { tick } from 'svelte';
import { isWriting } from '#lib/state/follow.svelte.ts';

/**
 * To be called before the screen follows what happens in the meeting: the field that somebody writes in keeps its place
 * on screen, whatever comes or goes above it.
 */
export function keepPlace(document: Document): void {
  const field = document.activeElement;
  if (field === null || !isWriting(document)) return;
  const { top } = field.getBoundingClientRect();
  if (top < 0 || top > innerHeight) return;
  void tick().then(() => {
    if (document.activeElement === field) scrollBy(0, field.getBoundingClientRect().top - top);
  });
}
