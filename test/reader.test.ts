// @vitest-environment happy-dom
import { describe, expect, onTestFinished, test } from 'vitest';
import { Reader } from '#lib/state/reader.svelte.ts';
import { spokenPieces, type Piece } from '#lib/state/spokenPieces.ts';

/** A device that speaks with voices for these languages; what it was asked to say is never over by itself. */
class Device extends EventTarget {
  readonly said: { words: string; lang: string }[] = [];
  #voices: string[];
  #now: EventTarget | null = null;

  constructor(...voices: string[]) {
    super();
    this.#voices = voices;
  }

  getVoices = () => this.#voices.map((lang) => ({ lang }) as SpeechSynthesisVoice);
  speak = (utterance: SpeechSynthesisUtterance) => {
    this.said.push({ words: utterance.text, lang: utterance.lang });
    this.#now = utterance;
  };
  /** As browsers do, it tells of what it broke off. */
  cancel = () => {
    const broken = this.#now;
    this.#now = null;
    broken?.dispatchEvent(new Event('error'));
  };
  /** What is being said is over. */
  end(): void {
    this.#now?.dispatchEvent(new Event('end'));
  }
  learn(...voices: string[]): void {
    this.#voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }
  get words(): string[] {
    return this.said.map(({ words }) => words);
  }
}

function readerOn(device: Device): Reader {
  const utter = (text: string) => Object.assign(new EventTarget(), { text, lang: '' }) as SpeechSynthesisUtterance;
  const reader = new Reader(device, utter);
  onTestFinished(reader.open());
  return reader;
}

const nb = (words: string): Piece => ({ words, language: 'nb' });
const en = (words: string): Piece => ({ words, language: 'en' });

describe('reading aloud', () => {
  test('goes through the pieces one by one, each with a voice for its language, and is then silent', () => {
    const device = new Device('de-DE', 'en-US', 'nb-NO', 'en-GB');
    const reader = readerOn(device);
    reader.read([en('What matters to you?'), nb('Jeg vil hjem.')]);
    expect(device.said).toEqual([{ words: 'What matters to you?', lang: 'en-GB' }]);
    device.end();
    expect(device.said.at(-1)).toEqual({ words: 'Jeg vil hjem.', lang: 'nb-NO' });
    expect(reader.state).toBe('reading');
    device.end();
    expect([reader.state, device.said.length]).toEqual(['silent', 2]);
  });

  test('leaves out what the device has no voice for, and takes bokmål for nynorsk', () => {
    const device = new Device('no_NO');
    const reader = readerOn(device);
    expect([reader.canRead('nn'), reader.canRead('nb'), reader.canRead('en')]).toEqual([true, true, false]);
    reader.read([en('Needs'), { words: 'Kva er viktig?', language: 'nn' }]);
    expect(device.said).toEqual([{ words: 'Kva er viktig?', lang: 'no_NO' }]);
  });

  test('pauses, and goes on with what it had begun; stopped, it begins anew', () => {
    const device = new Device('nb-NO');
    const reader = readerOn(device);
    reader.read([nb('En.'), nb('To.'), nb('Tre.')]);
    device.end();
    reader.pause();
    expect([reader.state, device.words]).toEqual(['paused', ['En.', 'To.']]);
    reader.goOn();
    expect([reader.state, device.words]).toEqual(['reading', ['En.', 'To.', 'To.']]);
    reader.stop();
    expect([reader.state, device.words.length]).toEqual(['silent', 3]);
    reader.read([nb('En.')]);
    expect(device.words.at(-1)).toBe('En.');
  });

  test('is offered when the voices come late, and never where there is no speech', () => {
    const device = new Device();
    const reader = readerOn(device);
    expect(reader.canRead('nb')).toBe(false);
    device.learn('nb-NO');
    expect(reader.canRead('nb')).toBe(true);
    const mute = new Reader(null);
    onTestFinished(mute.open());
    expect(mute.canRead('nb')).toBe(false);
  });
});

describe('what is read of a page', () => {
  const pieces = (html: string, language = 'en') => {
    document.documentElement.lang = language;
    document.body.innerHTML = `<main>${html}</main>`;
    const main = document.querySelector('main')!;
    // It lays nothing out.
    for (const element of main.querySelectorAll('*')) element.checkVisibility = () => true;
    return spokenPieces(main);
  };

  test('is headings in the language of the page, and what is written in the plan in Norwegian', () => {
    expect(pieces('<h1>Your needs</h1><p lang="nb">Trenger følge.</p><textarea>Jeg vil hjem.</textarea>')).toEqual([
      en('Your needs'),
      nb('Trenger følge.'),
      nb('Jeg vil hjem.'),
    ]);
    expect(pieces('<h1>Behova dine</h1>', 'nn')).toEqual([{ words: 'Behova dine', language: 'nn' }]);
  });

  test('is nothing that one presses, and no label', () => {
    const said = pieces('<button>Send</button><details><summary>Mer</summary></details><label>Navn</label><p>Hei</p>');
    expect(said).toEqual([en('Hei')]);
  });
});
