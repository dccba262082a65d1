import { isWriting } from '#lib/state/follow.svelte.ts';

/**
 * Keeps the field that somebody writes in where it is on screen, whatever comes, goes or grows above it in `root`; some
 * tablets do not do that by themselves, and those that do must not do it as well (`overflow-anchor`). What the writer
 * does, scrolling or going to another field, counts anew. Ends when the answer is called.
 */
export function keepSteady(root: HTMLElement): () => void {
  let kept: { field: Element; top: number } | null = null;
  let scrolled = scrollY;
  let height = root.offsetHeight;
  const look = () => {
    const field = document.activeElement;
    [scrolled, height] = [scrollY, root.offsetHeight];
    kept =
      field && root.contains(field) && isWriting(document) ? { field, top: field.getBoundingClientRect().top } : null;
  };
  const restore = () => {
    if (!kept?.field.isConnected || kept.field !== document.activeElement) return look();
    scrollBy(0, kept.field.getBoundingClientRect().top - kept.top);
    [scrolled, height] = [scrollY, root.offsetHeight];
  };
  // By how far it was scrolled, not by where the field is now: something may have come above it since. Where the page grew or
  // shrank, the browser may have scrolled, and not the writer.
  const follow = () => {
    if (root.offsetHeight !== height) return;
    if (kept) kept.top -= scrollY - scrolled;
    scrolled = scrollY;
  };
  const sizes = new ResizeObserver(restore);
  sizes.observe(root);
  addEventListener('scroll', follow, { passive: true });
  document.addEventListener('focusin', look);
  document.addEventListener('focusout', look);
  return () => {
    sizes.disconnect();
    removeEventListener('scroll', follow);
    document.removeEventListener('focusin', look);
    document.removeEventListener('focusout', look);
  };
}
