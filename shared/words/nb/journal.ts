import type { JournalPart, JournalReceiver } from '#shared/journal.ts';

/** The text for a journal or a message: for whom, and its headings. */
export const journal = {
  /** What the text is a draft of, as a heading. */
  message: {
    hospital: 'Journalnotat',
    municipality: 'PLO – Utskrivningsrapport',
    gp: 'Epikrise',
  } satisfies Record<JournalReceiver, string>,
  part: {
    reason: 'Årsak til innleggelse',
    diagnoses: 'Diagnoser',
    background: 'Tidligere sykdommer og bakgrunn',
    course: 'Forløp og behandling',
    now: 'Aktuell problemstilling',
    awaiting: 'Ubesvarte prøver',
    assessment: 'Vurdering',
    function: 'Funksjon: før, nå og forventet',
    medicines: 'Legemidler',
    needs: 'Behov for hjelp',
    matters: 'Hva er viktig for pasienten',
    worse: 'Tiltak ved forverring',
    plan: 'Planer for videre oppfølging',
    followup: 'Kontrolltimer og avtaler',
    aids: 'Hjelpemidler, opplæring og bolig',
    informed: 'Informasjon til pasient og pårørende',
    kin: 'Familie og pårørende',
    departure: 'Hjemreise',
    contacts: 'Kontaktpersoner',
    services: 'Kommunens tjenester, slik kommunen oppgir dem',
    disagreements: 'Uavklart og uenighet',
    checklist: 'Sjekkliste',
    minutes: 'Notater fra møtet',
  } satisfies Record<JournalPart, string>,
};
