/** As much of a voice as the choice depends on. */
type Voice = Pick<SpeechSynthesisVoice, 'lang'>;

/** Reads pages aloud with the device's own Norwegian voice, where it has one. */
export class Reader {
  #voice = $state.raw<SpeechSynthesisVoice | null>(null);
  #isReading = $state.raw(false);
  readonly #synthesis: SpeechSynthesis;

  constructor(synthesis: SpeechSynthesis) {
    this.#synthesis = synthesis;
  }

  /** Whether the device has a voice for the language. */
  get canRead(): boolean {
    return this.#voice !== null;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /** Finds the voice; some devices tell of theirs only after a while. Ends when the answer is called. */
  open(): () => void {
    const look = () => (this.#voice = norwegian(this.#synthesis.getVoices()));
    look();
    this.#synthesis.addEventListener('voiceschanged', look);
    return () => {
      this.#synthesis.removeEventListener('voiceschanged', look);
      this.stop();
    };
  }

  read(words: string): void {
    this.stop();
    const utterance = new SpeechSynthesisUtterance(words);
    if (this.#voice) utterance.voice = this.#voice;
    utterance.lang = 'nb-NO';
    const end = () => (this.#isReading = false);
    utterance.addEventListener('end', end);
    utterance.addEventListener('error', end);
    this.#isReading = true;
    this.#synthesis.speak(utterance);
  }

  stop(): void {
    this.#isReading = false;
    this.#synthesis.cancel();
  }
}

/** Bokmål before any other Norwegian. */
function norwegian<V extends Voice>(voices: readonly V[]): V | null {
  const speaks = (language: string) => voices.find(({ lang }) => lang.toLowerCase().startsWith(language));
  return speaks('nb') ?? speaks('no') ?? null;
}

const SILENT = 'button, summary, svg, [aria-hidden="true"], .only-heard, .chip, label, legend';

/** What stands on the page, as one would read it to somebody: texts and what is written in fields, in order. */
export function spokenText(root: HTMLElement): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof HTMLElement)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(SILENT) || !node.checkVisibility() ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  const said: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node instanceof HTMLTextAreaElement ? node.value : node instanceof Text ? node.data : '';
    if (words.trim()) said.push(words.trim());
  }
  return said.join('. ').replace(/([.!?:…])\. /g, '$1 ');
}
