import { createContext } from 'svelte';
import type { AsideCatalogue, Catalogue, StaffCatalogue } from '#shared/words/catalogue.ts';
import { Language, toldIn, type Registry, type Words } from '#shared/words/language.ts';
import { Terms } from './terms.svelte.ts';

/** How much of a language a window has learnt. */
const LEVELS = ['everyone', 'aside', 'staff'] as const;
type Level = (typeof LEVELS)[number];

interface Tongue {
  language: Language;
  level: Level;
  /** As much of it as the level says. */
  words: Catalogue;
  registry: Registry;
}

type Bring<T> = Record<Language, () => Promise<T>>;

const everyone: Bring<Catalogue> = {
  nb: async () => (await import('#shared/words/nb/index.ts')).nb,
  nn: async () => (await import('#shared/words/nn/index.ts')).nn,
  en: async () => (await import('#shared/words/en/index.ts')).en,
};

const registries: Bring<Registry> = {
  nb: async () => ({}),
  nn: async () => (await import('#shared/words/nn/registry.ts')).registry,
  en: async () => (await import('#shared/words/en/registry.ts')).registry,
};

const beside: Bring<Omit<AsideCatalogue, keyof Catalogue>> = {
  nb: async () => (await import('#shared/words/nb/aside.ts')).aside,
  nn: async () => (await import('#shared/words/nn/aside.ts')).aside,
  en: async () => (await import('#shared/words/en/aside.ts')).aside,
};

const forStaff: Bring<Omit<StaffCatalogue, keyof AsideCatalogue>> = {
  nb: async () => (await import('#shared/words/nb/staff.ts')).staff,
  nn: async () => (await import('#shared/words/nn/staff.ts')).staff,
  en: async () => (await import('#shared/words/en/staff.ts')).staff,
};

const KEY = 'language';

/**
 * The language of this window, and its texts: loaded when it is chosen, remembered by the browser for the seat that it
 * is chosen in. Made when the first page is loaded and passed down by context, never a module's own.
 */
export class Speech {
  #tongue: Tongue;
  readonly terms = new Terms();
  readonly #keep: (language: Language) => void;

  constructor(tongue: Tongue, keep: (language: Language) => void = () => undefined) {
    this.#tongue = $state.raw(tongue);
    this.#keep = keep;
  }

  get language(): Language {
    return this.#tongue.language;
  }

  get words(): Catalogue {
    return this.#tongue.words;
  }

  /** The words of pages beside the meeting. They are there once `learn('aside')` has ended. */
  get asideWords(): AsideCatalogue {
    return this.#wordsFor('aside') as AsideCatalogue;
  }

  /** The words of pages that the patient does not see. They are there once `learn('staff')` has ended. */
  get staffWords(): StaffCatalogue {
    return this.#wordsFor('staff') as StaffCatalogue;
  }

  /** A text that carries its own languages, such as a heading of the registry. */
  say(words: Words): string {
    return toldIn(words, this.language, this.#tongue.registry);
  }

  /** Speaks `language` from now on, everywhere in this window, and remembers it. */
  async choose(language: Language): Promise<void> {
    this.#tongue = await learn(language, this.#tongue.level);
    this.#keep(language);
    await this.terms.speak(language);
  }

  /** Learns as much as pages of `level` say. */
  async learn(level: Level): Promise<void> {
    if (!reaches(this.#tongue, level)) this.#tongue = await learn(this.language, level);
  }

  #wordsFor(level: Level): Catalogue {
    if (!reaches(this.#tongue, level)) throw new Error(`The page has to ask for the words of level ${level}.`);
    return this.#tongue.words;
  }
}

/** The speech of a window: what was chosen in it before, else what the link asks for, else nynorsk where the browser does, else bokmål. */
export async function openSpeech(storage: Storage, seat: string, asked: string | null): Promise<Speech> {
  const key = seat ? `${KEY}-${seat}` : KEY;
  const wanted = [storage.getItem(key), asked, navigator.language.slice(0, 2) === 'nn' ? 'nn' : null];
  const known = wanted.map((one) => Language.safeParse(one)).find(({ success }) => success);
  return new Speech(await learn(known?.data ?? 'nb', 'everyone'), (language) => storage.setItem(key, language));
}

async function learn(language: Language, level: Level): Promise<Tongue> {
  const [registry, ...words] = await Promise.all([
    registries[language](),
    everyone[language](),
    ...(level === 'everyone' ? [] : [beside[language]()]),
    ...(level === 'staff' ? [forStaff[language]()] : []),
  ]);
  return { language, level, registry, words: Object.assign({}, ...words) as Catalogue };
}

function reaches(tongue: Tongue, level: Level): boolean {
  return LEVELS.indexOf(tongue.level) >= LEVELS.indexOf(level);
}

/** `setSpeech` in the layout, `getSpeech` in every part below it. */
export const [getSpeech, setSpeech] = createContext<Speech>();
