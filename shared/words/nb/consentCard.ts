/** What leads the patient to who sees what. */
export const consentCard = {
  title: 'Du bestemmer hvem som ser hva',
  text: 'Her kan du se hvem som er med, og hvorfor. Du kan velge når som helst, også midt i møtet.',
  link: 'Se hvem som ser hva',
  /** Where there is room for a word alone. */
  short: 'Hvem ser hva?',
};
