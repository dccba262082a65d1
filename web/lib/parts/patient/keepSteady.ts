import { isWriting } from '#lib/state/follow.svelte.ts';

/**
 * Keeps the field that somebody writes in where it is on screen, whatever comes, goes or grows above it in `root`; some
 * tablets do not do that by themselves. What the writer does, scrolling or going to another field, counts anew. Ends when
 * the answer is called.
 */
export function keepSteady(root: HTMLElement): () => void {
  const { document, window } = { document: root.ownerDocument, window: root.ownerDocument.defaultView! };
  let kept: { field: Element; top: number } | null = null;
  const look = () => {
    const field = document.activeElement;
    kept =
      field && root.contains(field) && isWriting(document) ? { field, top: field.getBoundingClientRect().top } : null;
  };
  const restore = () => {
    if (kept && kept.field === document.activeElement && kept.field.isConnected)
      window.scrollBy(0, kept.field.getBoundingClientRect().top - kept.top);
    look();
  };
  const sizes = new ResizeObserver(restore);
  sizes.observe(root);
  window.addEventListener('scroll', look, { passive: true });
  document.addEventListener('focusin', look);
  document.addEventListener('focusout', look);
  return () => {
    sizes.disconnect();
    window.removeEventListener('scroll', look);
    document.removeEventListener('focusin', look);
    document.removeEventListener('focusout', look);
  };
}
