import type { StaffCatalogue } from '../catalogue.ts';

/** The start page, and taking a seat in the demo. */
export const start: StaffCatalogue['start'] = {
  page: 'Forside',
  title: 'Planlegg vegen heim saman',
  lead: 'Pasienten, pårørande, sjukehuset, kommunen og fastlegen møtest og skriv éin plan. Alle ser det same, og alle ser kven som har ansvar for kva.',
  demoTitle: 'Dette er ein demo',
  demoText: 'Alle personar her er oppdikta. Ikkje skriv namn, fødselsnummer eller andre opplysningar om ekte menneske.',
  tryTitle: 'Prøv eit førebudd møte',
  tryText: (patient) =>
    `Møtet handlar om ${patient}. Kvar person får eit eige vindauge. Opne to eller fleire ved sida av kvarandre og skriv samtidig.`,
  openAs: (name) => `Opne som ${name}`,
  newWindow: '(opnar i eit eige vindauge)',
  device: {
    hospital: 'brukar PC på avdelinga',
    municipality: 'brukar PC på kontoret',
    gp: 'brukar PC på legekontoret',
    patient: 'brukar nettbrett',
    kin: 'brukar telefon',
    interpreter: 'ser og høyrer, skriv ikkje',
  },
  mineTitle: 'Møta dine',
  mineNone: 'Du har ingen møte enno.',
  signedIn: (name, role) => `Du er logga inn som ${name} (${role}).`,
  signOut: 'Logg ut',
  newMeeting: 'Nytt møte',
  openMeeting: (patient) => `Opne møtet om ${patient}`,
  signInTitle: 'Lag ditt eige møte i demoen',
  signInText: 'Finn på eit namn, vel ei rolle og logg inn. Fagfolk kan lage nye møte og invitere andre.',
  name: 'Namn (oppdikta)',
  role: 'Rolle',
  profession: 'Yrke',
  noProfession: 'Ikkje oppgitt',
  organisation: 'Arbeidsstad (kan stå tom)',
  signIn: 'Logg inn',
  invitedTitle: 'Har du fått ein invitasjon?',
  invitedText:
    'Opne lenkja du fekk. Der skriv du koden på seks siffer, og så er du med. Finn du ikkje lenkja, ring den som inviterte deg.',
};
