import type { Catalogue } from '../catalogue.ts';

/** Who wrote the patient's words down. */
export const behalf: Catalogue['behalf'] = {
  person: (name, role) => `${name} (${role})`,
  for: (others, patient) => `Written by ${others} on behalf of ${patient}`,
  forYou: (others) => `Written by ${others} on your behalf`,
  with: (everyone) => `${everyone} have written this`,
  partly: (others) => `Some of this was written by ${others}`,
  others: (others) => `Written by ${others}`,
  you: 'You',
  youWrite: (patient) => `You are writing on behalf of ${patient}. This will be shown.`,
};
