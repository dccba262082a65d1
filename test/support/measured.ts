/*
 * What a browser measures of a page as it stands, each finding in a sentence. These run within the page: each of them
 * carries all that it needs.
 */

/** What makes the page wider than the window. */
export function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll('*')].filter((one) => {
    const { right, width } = one.getBoundingClientRect();
    return width > 0 && right > clientWidth + 1;
  });
  const innermost = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)));
  const named = innermost.slice(0, 3).map((one) => one.outerHTML.slice(0, 140).replace(/\s+/g, ' '));
  return [`${scrollWidth} px in a window of ${clientWidth}: ${named.join(' | ')}`];
}

/** Texts of which a part cannot be seen. What is shown in so many lines on purpose can be opened, and is not among them. */
export function cutTexts(): string[] {
  const holdsText = (one: Element) =>
    [...one.childNodes].some(({ nodeType, data }: Node & { data?: string }) => nodeType === 3 && data?.trim());
  return [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((one) => {
    if (one.matches('input, textarea, select, svg *, .ds-skip-link')) return [];
    if (one.closest('.only-heard, #svelte-announcer, [aria-hidden=true]')) return [];
    const style = getComputedStyle(one);
    const cutsX = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 2;
    const cutsY = /hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 2;
    if ((!cutsX && !cutsY) || one.clientWidth <= 1 || style.webkitLineClamp !== 'none') return [];
    const hasText = holdsText(one) || [...one.querySelectorAll('*')].some(holdsText);
    return hasText ? [`text is cut: ${one.outerHTML.slice(0, 140).replace(/\s+/g, ' ')}`] : [];
  });
}

/** What can be pressed and is smaller than `least` CSS pixels, but for what stands within a sentence. */
export function smallTargets(least: number): string[] {
  const PRESSED =
    'a[href], button, input, select, textarea, summary, [role=button], [role=switch], [role=radio], [role=tab], [role=link]';
  const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true }) && !one.matches('.ds-skip-link');
  const isWithinSentence = (one: Element) => {
    // The button of a word that is explained lies over the word.
    if (!/^inline(-block)?$/.test(getComputedStyle(one).display) && !one.closest('[data-explained]')) return false;
    const block = one.closest('p, li, dd, dt, td, figcaption, blockquote, legend, h1, h2, h3') ?? one.parentElement;
    return (block?.textContent ?? '').trim().length > (one.textContent ?? '').trim().length + 1;
  };
  const boxOf = (one: Element): DOMRect => {
    const rects = [one, ...((one as HTMLInputElement).labels ?? [])]
      .map((each) => each.getBoundingClientRect())
      .filter(({ width }) => width > 0);
    if (!one.matches('input[type=radio], input[type=checkbox]')) return one.getBoundingClientRect();
    const [left, top] = [Math.min(...rects.map((box) => box.left)), Math.min(...rects.map((box) => box.top))];
    const [right, bottom] = [Math.max(...rects.map((box) => box.right)), Math.max(...rects.map((box) => box.bottom))];
    return new DOMRect(left, top, right - left, bottom - top);
  };
  const targets = [...document.querySelectorAll(PRESSED)].filter((one) => isSeen(one) && !isWithinSentence(one));
  const boxes = targets.map(boxOf);
  /** WCAG 2.5.8: a circle of 24 pixels around a small one touches no other target. */
  const hasRoom = (index: number) => {
    const box = boxes[index];
    if (!box || least > 24) return false;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return boxes.every((other, at) => {
      if (at === index) return true;
      const [dx, dy] = [Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom)];
      return Math.hypot(dx, dy) >= 12;
    });
  };
  return targets.flatMap((one, index) => {
    const { width = 0, height = 0 } = boxes[index] ?? {};
    if (width === 0 || Math.min(width, height) >= least - 0.5 || hasRoom(index)) return [];
    return [
      `target of ${Math.round(width)} × ${Math.round(height)}: ${one.outerHTML.slice(0, 140).replace(/\s+/g, ' ')}`,
    ];
  });
}

/** Fields with type so small that a tablet enlarges the page when one writes in them. */
export function smallFields(): string[] {
  return [...document.querySelectorAll('input:not([type=checkbox], [type=radio]), textarea, select')]
    .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 16)
    .map((one) => `type of ${getComputedStyle(one).fontSize} in a field: ${one.outerHTML.slice(0, 140)}`);
}

/** What moves at this moment. */
export function moving(): string[] {
  return document
    .getAnimations()
    .filter(({ playState }) => playState === 'running')
    .map((one) => `something moves: ${((one.effect as KeyframeEffect).target?.outerHTML ?? '').slice(0, 140)}`);
}

/** Controls and texts whose edge, focus or state is not to be seen where the reader has chosen the colours. */
export function lostInForcedColours(): string[] {
  const isLine = (width: string, style: string) => parseFloat(width) > 0 && style !== 'none' && style !== 'hidden';
  const hasEdge = (one: Element) => {
    const s = getComputedStyle(one);
    const sides = [s.borderTopWidth, s.borderBottomWidth, s.borderLeftWidth, s.borderRightWidth];
    const styles = [s.borderTopStyle, s.borderBottomStyle, s.borderLeftStyle, s.borderRightStyle];
    return sides.some((width, at) => isLine(width, styles[at] ?? '')) || isLine(s.outlineWidth, s.outlineStyle);
  };
  const what = (one: Element) => one.outerHTML.slice(0, 140).replace(/\s+/g, ' ');
  const seen = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
  const isNative = (one: Element) => getComputedStyle(one).appearance !== 'none';
  const edgeless = seen('.ds-button:not([data-variant=tertiary]), .ds-input, .tile, [role=switch]')
    .filter((one) => !isNative(one) && !hasEdge(one) && !(one.closest('label') && hasEdge(one.closest('label')!)))
    .map((one) => `no edge: ${what(one)}`);
  return edgeless;
}

/** What can be seen of an element in forced colours; the same where two cannot be told apart. */
export function lookOf(one: Element): string {
  const s = getComputedStyle(one);
  const edges = [s.borderWidth, s.borderStyle, s.outlineWidth, s.outlineStyle];
  const marks = [s.textDecorationLine, s.fontWeight, String(one.querySelectorAll('svg').length)];
  return [s.backgroundColor, s.color, ...edges, ...marks].join(' ');
}

/** What the focus is on, where it can be seen and is told apart from all else; sentences of what is wrong with it. */
export function lostFocus(): string[] {
  const one = document.activeElement;
  if (!one || one === document.body || one.matches('main, h1, dialog, [tabindex="-1"]')) return [];
  const what = one.outerHTML.slice(0, 160).replace(/\s+/g, ' ');
  const sees = (each: Element) => {
    const s = getComputedStyle(each);
    return (parseFloat(s.outlineWidth) > 0 && s.outlineStyle !== 'none') || s.boxShadow !== 'none';
  };
  const { width, height } = one.getBoundingClientRect();
  // A radio button that is only heard: what is seen of it is its tile.
  const isHidden = Math.min(width, height) <= 1 || getComputedStyle(one).opacity === '0';
  const face = isHidden ? (one.closest('label, .tile') ?? (one as HTMLInputElement).labels?.[0] ?? one) : one;
  const box = [...face.getClientRects()].find((rect) => rect.width > 0);
  if (!box) return [`the focus is on nothing that is seen: ${what}`];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  if (bottom <= top || right <= left) return [`the focus is outside the window: ${what}`];
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isFree = over !== null && (face.contains(over) || (over.contains(one) && over.matches('label, .tile')));
  const found = isFree ? [] : [`the focus is covered by ${over?.outerHTML.slice(0, 100) ?? 'nothing'}: ${what}`];
  return sees(one) || sees(face) ? found : [...found, `nobody sees that the focus is here: ${what}`];
}
