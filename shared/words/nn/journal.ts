import type { StaffCatalogue } from '../catalogue.ts';

/** The text for a journal or a message: for whom, and its headings. */
export const journal: StaffCatalogue['journal'] = {
  message: {
    hospital: 'Journalnotat',
    municipality: 'PLO – Utskrivingsrapport',
    gp: 'Epikrise',
  },
  part: {
    reason: 'Årsak til innlegginga',
    diagnoses: 'Diagnosar',
    background: 'Tidlegare sjukdommar og bakgrunn',
    course: 'Forløp og behandling',
    now: 'Aktuell problemstilling',
    awaiting: 'Prøver utan svar',
    assessment: 'Vurdering',
    function: 'Funksjon: før, no og venta',
    medicines: 'Legemiddel',
    needs: 'Behov for hjelp',
    matters: 'Kva er viktig for pasienten',
    worse: 'Tiltak ved forverring',
    plan: 'Planar for vidare oppfølging',
    followup: 'Kontrolltimar og avtalar',
    aids: 'Hjelpemiddel, opplæring og bustad',
    informed: 'Informasjon til pasient og pårørande',
    kin: 'Familie og pårørande',
    departure: 'Heimreise',
    contacts: 'Kontaktpersonar',
    services: 'Tenestene til kommunen, slik kommunen oppgir dei',
    disagreements: 'Uavklart og usemje',
    checklist: 'Sjekkliste',
    minutes: 'Notat frå møtet',
  },
};
