import type { Catalogue } from '../catalogue.ts';

/** What leads the patient to who sees what. */
export const consentCard: Catalogue['consentCard'] = {
  title: 'Du bestemmer kven som ser kva',
  text: 'Her kan du sjå kven som er med, og kvifor. Du kan velje når som helst, også midt i møtet.',
  link: 'Sjå kven som ser kva',
  /** Where there is room for a word alone. */
  short: 'Kven ser kva?',
};
