/** Languages that the interface speaks. Bokmål first; a new one is added here, and the compiler lists what is missing. */
export const LANGUAGES = ['nb'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language that we speak. */
export type Words = Readonly<Record<Language, string>>;
