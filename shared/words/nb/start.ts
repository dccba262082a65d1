import type { Role } from '#shared/roles.ts';

/** The start page, and taking a seat in the demo. */
export const start = {
  page: 'Forside',
  title: 'Planlegg veien hjem sammen',
  lead: 'Pasienten, pårørende, sykehuset, kommunen og fastlegen møtes og skriver én plan. Alle ser det samme, og alle ser hvem som har ansvar for hva.',
  demoTitle: 'Dette er en demo',
  demoText:
    'Alle personer her er oppdiktet. Ikke skriv navn, fødselsnummer eller andre opplysninger om ekte mennesker.',
  tryTitle: 'Prøv et forberedt møte',
  tryText: (patient: string) =>
    `Møtet handler om ${patient}. Hver person får et eget vindu. Åpne to eller flere ved siden av hverandre og skriv samtidig.`,
  openAs: (name: string) => `Åpne som ${name}`,
  newWindow: '(åpnes i et eget vindu)',
  device: {
    hospital: 'bruker PC på avdelingen',
    municipality: 'bruker PC på kontoret',
    gp: 'bruker PC på legekontoret',
    patient: 'bruker nettbrett',
    kin: 'bruker telefon',
    interpreter: 'ser og hører, skriver ikke',
  } satisfies Record<Role, string>,
  mineTitle: 'Dine møter',
  mineNone: 'Du har ingen møter ennå.',
  signedIn: (name: string, role: string) => `Du er logget inn som ${name} (${role}).`,
  signOut: 'Logg ut',
  newMeeting: 'Nytt møte',
  openMeeting: (patient: string) => `Åpne møtet om ${patient}`,
  signInTitle: 'Lag ditt eget møte i demoen',
  signInText: 'Finn på et navn, velg en rolle og logg inn. Fagfolk kan lage nye møter og invitere andre.',
  name: 'Navn (oppdiktet)',
  role: 'Rolle',
  profession: 'Yrke',
  noProfession: 'Ikke oppgitt',
  organisation: 'Arbeidssted (kan stå tomt)',
  signIn: 'Logg inn',
  invitedTitle: 'Har du fått en invitasjon?',
  invitedText:
    'Åpne lenken du fikk. Der skriver du koden på seks sifre, og så er du med. Finner du ikke lenken, ring den som inviterte deg.',
};
