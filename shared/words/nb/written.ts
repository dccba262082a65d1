/** What the others have just written, as the patient is told. */
export const written = {
  title: 'Nettopp skrevet om deg',
  none: 'Her ser du det de andre skriver om deg i møtet.',
  person: (name: string, what: string) => `${name} (${what})`,
  wrote: (who: string, where: string) => `${who} skrev nettopp under «${where}»:`,
  /** Where it is not known who. */
  stands: (where: string) => `Nå står det under «${where}»:`,
  newest: 'Nyest',
  before: 'Litt før',
  open: 'Se mer',
  whole: (where: string) => `Les alt under «${where}»`,
};
