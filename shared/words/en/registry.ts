/** The words of the registry and of the templates that come with the house, by what they are in bokmål. */
export const registry: Readonly<Record<string, string>> = {};
