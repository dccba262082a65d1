import type { Catalogue } from '../catalogue.ts';

/** Who wrote the patient's words down. */
export const behalf: Catalogue['behalf'] = {
  person: (name, role) => `${name} (${role})`,
  for: (others, patient) => `Skrive av ${others} på vegner av ${patient}`,
  forYou: (others) => `Skrive av ${others} på vegner av deg`,
  with: (everyone) => `${everyone} har skrive dette`,
  partly: (others) => `${others} har skrive noko av dette`,
  others: (others) => `Skrive av ${others}`,
  you: 'Du',
  youWrite: (patient) => `Du skriv på vegner av ${patient}. Det blir vist.`,
};
