/** A keyboard on the glass takes at least this much of the screen's height; address bars take less. In CSS pixels. */
const KEYBOARD = 150;

/** As much of a window as it takes to notice its keyboard. */
export interface Glass {
  document: Document;
  innerHeight: number;
  visualViewport: Pick<VisualViewport, 'height' | 'addEventListener' | 'removeEventListener'> | null;
}

/**
 * On a tablet the keyboard lies over the page and takes no room from it. While it is up the root says `data-keyboard`,
 * so that nothing sticks to the bottom over what one writes, and the field stays in sight. Ends when the answer is called.
 */
export function makeRoomForKeyboard(glass: Glass): () => void {
  const { document, visualViewport: seen } = glass;
  const root = document.documentElement;
  const look = () => {
    const isUp = seen !== null && glass.innerHeight - seen.height > KEYBOARD;
    if (isUp === 'keyboard' in root.dataset) return;
    if (isUp) root.dataset['keyboard'] = '';
    else delete root.dataset['keyboard'];
    if (isUp) document.activeElement?.scrollIntoView({ block: 'center' });
  };
  seen?.addEventListener('resize', look);
  look();
  return () => {
    seen?.removeEventListener('resize', look);
    delete root.dataset['keyboard'];
  };
}
