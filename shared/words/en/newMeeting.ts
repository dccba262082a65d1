import type { StaffCatalogue } from '../catalogue.ts';
/** Making a meeting from a template. */
export const newMeeting: StaffCatalogue['newMeeting'] = {
  page: 'Nytt møte',
  title: 'Nytt møte',
  lead: 'Bare de du inviterer, ser møtet. Du kan endre og invitere etterpå.',
  template: 'Hva slags møte?',
  minutes: (count: number) => `${count} minutter`,
  patient: 'Pasientens navn',
  patientHint: 'Skriv aldri fødselsnummer.',
  patientHintDemo: 'Bruk et oppdiktet navn.',
  birthYear: 'Fødselsår (kan stå tomt)',
  birthYearHint: 'Fire sifre.',
  date: 'Dag',
  time: 'Klokkeslett',
  videoUrl: 'Lenke til video (kan stå tomt)',
  videoUrlHint: 'For eksempel fra Join, Teams eller Whereby. Begynner med https://',
  create: 'Lag møtet',
  missing: {
    template: 'Velg hva slags møte det er.',
    patient: 'Skriv navnet til pasienten.',
    birthYear: 'Skriv fødselsåret med fire sifre, eller la feltet stå tomt.',
    startsAt: 'Velg dag og klokkeslett.',
    videoUrl: 'Lenken må begynne med https://',
  },
  notStaff: 'Bare fagfolk kan lage møter. Logg inn som ansatt på sykehuset, ansatt i kommunen eller fastlege.',
};
