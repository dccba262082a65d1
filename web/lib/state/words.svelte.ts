import { createContext } from 'svelte';
import type { Catalogue, StaffCatalogue } from '#shared/words/catalogue.ts';
import { Language, toldIn, type Registry, type Words } from '#shared/words/language.ts';

interface Tongue {
  language: Language;
  words: Catalogue;
  registry: Registry;
  /** Null until somebody asked for it. */
  staff: StaffCatalogue | null;
}

const everyone: Record<Language, () => Promise<Omit<Tongue, 'language' | 'staff'>>> = {
  nb: async () => ({ words: (await import('#shared/words/nb/index.ts')).nb, registry: {} }),
  nn: async () => ({
    words: (await import('#shared/words/nn/index.ts')).nn,
    registry: (await import('#shared/words/nn/registry.ts')).registry,
  }),
  en: async () => ({
    words: (await import('#shared/words/en/index.ts')).en,
    registry: (await import('#shared/words/en/registry.ts')).registry,
  }),
};

const forStaff: Record<Language, () => Promise<Omit<StaffCatalogue, keyof Catalogue>>> = {
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

  /** The words of pages that the patient does not see. They are there once `learnStaffWords` has ended. */
  get staffWords(): StaffCatalogue {
    if (!this.#tongue.staff) throw new Error('The words for staff are not loaded: the page has to ask for them.');
    return this.#tongue.staff;
  }

  /** A text that carries its own languages, such as a heading of the registry. */
  say(words: Words): string {
    return toldIn(words, this.language, this.#tongue.registry);
  }

  /** Speaks `language` from now on, everywhere in this window, and remembers it. */
  async choose(language: Language): Promise<void> {
    this.#tongue = await learn(language, this.#tongue.staff !== null);
    this.#keep(language);
  }

  async learnStaffWords(): Promise<void> {
    if (!this.#tongue.staff) this.#tongue = await learn(this.language, true);
  }
}

/** The speech of a window: what was chosen in it before, else what the link asks for, else nynorsk where the browser does, else bokmål. */
export async function openSpeech(storage: Storage, seat: string, asked: string | null): Promise<Speech> {
  const key = seat ? `${KEY}-${seat}` : KEY;
  const wanted = [storage.getItem(key), asked, navigator.language.slice(0, 2) === 'nn' ? 'nn' : null];
  const known = wanted.map((one) => Language.safeParse(one)).find(({ success }) => success);
  return new Speech(await learn(known?.data ?? 'nb', false), (language) => storage.setItem(key, language));
}

async function learn(language: Language, withStaff: boolean): Promise<Tongue> {
  const [common, more] = await Promise.all([everyone[language](), withStaff ? forStaff[language]() : null]);
  return { language, ...common, staff: more && { ...common.words, ...more } };
}

/** `setSpeech` in the layout, `getSpeech` in every part below it. */
export const [getSpeech, setSpeech] = createContext<Speech>();
