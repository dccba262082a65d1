/** Between a word and what explains it, and between that and the edge of the window; CSS pixels. */
const GAP = 8;
const EDGE = 16;

/** Opens a popover under the word that it is about, or over it where there is more room. It moves with the page. */
export function showBeside(word: () => HTMLElement): (popover: HTMLElement) => void {
  return (popover) => {
    popover.showPopover();
    const { left, top, bottom } = word().getBoundingClientRect();
    const { width, height } = popover.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const over = bottom + GAP + height > clientHeight && top - GAP - height > 0;
    popover.style.left = `${Math.max(EDGE, Math.min(left, clientWidth - width - EDGE)) + scrollX}px`;
    popover.style.top = `${(over ? top - GAP - height : bottom + GAP) + scrollY}px`;
  };
}
