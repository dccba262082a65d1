import type { StaffCatalogue } from '../catalogue.ts';

/** Making a meeting from a template. */
export const newMeeting: StaffCatalogue['newMeeting'] = {
  page: 'Nytt møte',
  title: 'Nytt møte',
  lead: 'Berre dei du inviterer, ser møtet. Du kan endre og invitere etterpå.',
  template: 'Kva slags møte?',
  minutes: (count) => `${count} minutt`,
  patient: 'Namnet til pasienten',
  patientHint: 'Skriv aldri fødselsnummer.',
  patientHintDemo: 'Bruk eit oppdikta namn.',
  birthYear: 'Fødselsår (kan stå tomt)',
  birthYearHint: 'Fire siffer.',
  date: 'Dag',
  time: 'Klokkeslett',
  videoUrl: 'Lenkje til video (kan stå tom)',
  videoUrlHint: 'Til dømes frå Join, Teams eller Whereby. Startar med https://',
  helpPhone: 'Telefon til den som kan hjelpe (kan stå tom)',
  helpPhoneHint: 'Blir vist for dei som ikkje kjem seg inn, og står i brevet. Eit norsk nummer.',
  create: 'Lag møtet',
  missing: {
    template: 'Vel kva slags møte det er.',
    patient: 'Skriv namnet til pasienten.',
    birthYear: 'Skriv fødselsåret med fire siffer, eller la feltet stå tomt.',
    startsAt: 'Vel dag og klokkeslett.',
    videoUrl: 'Lenkja må starte med https://',
    helpPhone: 'Skriv eit norsk telefonnummer, til dømes 33 00 00 02, eller la feltet stå tomt.',
  },
  notStaff: 'Berre fagfolk kan lage møte. Logg inn som tilsett på sjukehuset, tilsett i kommunen eller fastlege.',
};
