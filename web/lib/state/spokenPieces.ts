import { Language } from '#shared/words/language.ts';

/** Words that are read in one go, in one language. */
export interface Piece {
  words: string;
  language: Language;
}

const SILENT =
  'button, summary, svg, [aria-hidden="true"]:not([data-said]), [popover], .only-heard, .chip, label, legend';
/** What is written in the plan is Norwegian, whatever language the page speaks. */
const WRITTEN: Language = 'nb';

/** What stands on the page, as one would read it to somebody: texts and what is written in fields, in order. */
export function spokenPieces(root: HTMLElement): Piece[] {
  const said: Piece[] = [];
  let before: Element | null = null;
  for (const node of spokenNodes(root)) {
    const words = node instanceof HTMLTextAreaElement ? node.value : node.data;
    // A text with words in it that can be explained is one text still.
    const text: Element | null = node.parentElement?.closest('[data-explained]') ?? null;
    const last = said.at(-1);
    if (words && text && text === before && last) last.words += words;
    else if (words.trim()) said.push({ words, language: languageOf(node) });
    if (words) before = text;
  }
  return said.map(({ words, language }) => ({ words: words.trim(), language }));
}

function spokenNodes(root: HTMLElement): (Text | HTMLTextAreaElement)[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof HTMLElement)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(SILENT) || !node.checkVisibility() ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  const nodes: (Text | HTMLTextAreaElement)[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text || node instanceof HTMLTextAreaElement) nodes.push(node);
  // What stands within a field is its first value, not what is written there now.
  return nodes.filter((node) => !(node instanceof Text && node.parentElement instanceof HTMLTextAreaElement));
}

function languageOf(node: Text | HTMLTextAreaElement): Language {
  if (node instanceof HTMLTextAreaElement) return WRITTEN;
  return Language.safeParse(node.parentElement?.closest<HTMLElement>('[lang]')?.lang).data ?? WRITTEN;
}
