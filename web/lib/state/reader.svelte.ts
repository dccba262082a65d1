import type { Language } from '#shared/words/language.ts';
import type { Piece } from './spokenPieces.ts';

/** As much of the device's speech as reading takes. */
export type Synthesis = Pick<
  SpeechSynthesis,
  'getVoices' | 'speak' | 'cancel' | 'addEventListener' | 'removeEventListener'
>;

/** Which voices will do, the best first. There is hardly ever one for nynorsk. */
const VOICES: Record<Language, readonly string[]> = {
  nb: ['nb', 'no', 'nn'],
  nn: ['nn', 'nb', 'no'],
  en: ['en-gb', 'en'],
};

/** Reads pages aloud with the device's own voices, each piece in its language. Where there is no voice for a piece, it is left out. */
export class Reader {
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);
  #state = $state.raw<'silent' | 'reading' | 'paused'>('silent');
  readonly #synthesis: Synthesis | null;
  readonly #utter: (words: string) => SpeechSynthesisUtterance;
  #pieces: readonly Piece[] = [];
  #at = 0;
  /** What is being said now: what is left of something else counts no more. */
  #saying: SpeechSynthesisUtterance | null = null;

  /** `synthesis`: null where the device does not speak. */
  constructor(
    synthesis: Synthesis | null,
    utter: (words: string) => SpeechSynthesisUtterance = (words) => new SpeechSynthesisUtterance(words),
  ) {
    this.#synthesis = synthesis;
    this.#utter = utter;
  }

  /** Whether the device has a voice for the language. */
  canRead(language: Language): boolean {
    return this.#voiceFor(language) !== null;
  }

  get state(): 'silent' | 'reading' | 'paused' {
    return this.#state;
  }

  /** Finds the voices; some devices tell of theirs only after a while. Ends when the answer is called. */
  open(): () => void {
    const synthesis = this.#synthesis;
    if (!synthesis) return () => undefined;
    const look = () => (this.#voices = synthesis.getVoices());
    look();
    synthesis.addEventListener('voiceschanged', look);
    return () => {
      synthesis.removeEventListener('voiceschanged', look);
      this.stop();
    };
  }

  read(pieces: readonly Piece[]): void {
    this.#pieces = pieces.filter(({ language }) => this.canRead(language));
    this.#at = 0;
    this.goOn();
  }

  /** Stops where it is; what was begun is read from its beginning when it goes on. Not every device can hold its breath. */
  pause(): void {
    this.#state = 'paused';
    this.#hush();
  }

  goOn(): void {
    this.#state = 'reading';
    this.#hush();
    this.#sayNext();
  }

  stop(): void {
    this.#state = 'silent';
    this.#hush();
  }

  #hush(): void {
    this.#saying = null;
    this.#synthesis?.cancel();
  }

  #sayNext(): void {
    const piece = this.#pieces[this.#at];
    if (!piece) return this.stop();
    const utterance = this.#utter(piece.words);
    const voice = this.#voiceFor(piece.language);
    if (voice) utterance.voice = voice;
    utterance.lang = voice?.lang ?? piece.language;
    const next = () => {
      if (this.#saying !== utterance) return;
      this.#at += 1;
      this.#sayNext();
    };
    utterance.addEventListener('end', next);
    utterance.addEventListener('error', next);
    this.#saying = utterance;
    this.#synthesis?.speak(utterance);
  }

  #voiceFor(language: Language): SpeechSynthesisVoice | null {
    const speaks = (begin: string) =>
      this.#voices.find(({ lang }) => lang.toLowerCase().replace('_', '-').startsWith(begin));
    for (const begin of VOICES[language]) {
      const voice = speaks(begin);
      if (voice) return voice;
    }
    return null;
  }
}
