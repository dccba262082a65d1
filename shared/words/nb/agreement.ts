import type { ExportFormat } from '#shared/api.ts';
import type { Decision } from '#shared/agreement/signature.ts';
import type { Role } from '#shared/roles.ts';

/** Saying yes or no to the plan, making a version, downloading it. */
export const agreement = {
  title: 'Enighet og eksport',
  lead: 'Hver part sier om den er enig i planen slik den står nå. Endrer noen planen etterpå, må den sies ja til på nytt.',
  statusTitle: 'Slik står det',
  complete: 'Alt som må være med i planen, er på plass.',
  incomplete: 'Planen er ikke komplett ennå.',
  hash: 'Fingeravtrykk av planen nå',
  hashHint: 'Endrer noen ett tegn, blir fingeravtrykket et annet.',
  waitingFor: (parties: string) => `Vi venter på svar fra ${parties}.`,
  allSaid: 'Alle parter har svart på planen slik den står.',
  signTitle: 'Er du enig i planen?',
  signLead: 'Svaret gjelder planen slik den står akkurat nå.',
  notForYou: 'Tolken svarer ikke på planen.',
  decision: {
    agree: 'Ja, jeg er enig',
    reserve: 'Ja, men jeg vil legge til noe',
    object: 'Nei, jeg er ikke enig',
  } satisfies Record<Decision, string>,
  said: {
    agree: 'enig',
    reserve: 'enig med forbehold',
    object: 'ikke enig',
  } satisfies Record<Decision, string>,
  reason: { agree: '', reserve: 'Hva vil du legge til?', object: 'Hva er du ikke enig i?' } satisfies Record<
    Decision,
    string
  >,
  reasonMissing: 'Skriv hva du ikke er enig i. Det blir stående i planen.',
  choose: 'Velg et svar først.',
  send: 'Si fra',
  sendAgain: 'Si fra på nytt',
  sent: 'Svaret ditt er lagret.',
  listTitle: 'Svarene',
  none: 'Ingen har svart ennå.',
  lapsed: 'gjelder ikke lenger – planen er endret',
  yourLapsed: 'Planen er endret etter at du svarte. Se over den og svar på nytt.',
  versionTitle: 'Lag en avtalt versjon',
  versionText: (number: number) =>
    `Versjon ${number} fryser planen slik den står, med alle svarene. Den kan ikke endres etterpå. Vil dere endre noe, lager dere en ny.`,
  makeVersion: (number: number) => `Lag versjon ${number}`,
  withoutPatient: 'Pasienten kan ikke svare selv',
  withoutPatientWhy: 'Hvorfor kan ikke pasienten svare?',
  withoutPatientMissing: 'Skriv hvorfor pasienten ikke kan svare.',
  notYet: 'Dette må være klart først',
  notYetMissing: 'Planen mangler noe. Se listen over det som mangler.',
  notSignature: 'Dette er deltakernes svar i møtet, ikke en elektronisk signatur etter loven.',
  versionsTitle: 'Avtalte versjoner',
  versionsNone: 'Det er ikke laget noen avtalt versjon ennå.',
  version: (number: number) => `Versjon ${number}`,
  agreedAt: (when: string) => `avtalt ${when}`,
  changedSince: 'Planen er endret etter denne versjonen.',
  download: (format: string) => `Last ned: ${format}`,
  formats: {
    pdf: 'PDF til journalen',
    text: 'Tekst til å lime inn i en melding',
    fhir: 'FHIR-dokument',
    json: 'Data (JSON)',
    patient: 'Pasientens eksemplar (PDF)',
  } satisfies Record<ExportFormat, string>,
  still: 'Meldinger mellom tjenestene (PLO) sendes fortsatt som før. Hver part fører planen i sin egen journal.',
  party: {
    hospital: 'sykehuset',
    municipality: 'kommunen',
    gp: 'fastlegen',
    patient: 'pasienten',
    kin: 'pårørende',
    interpreter: 'tolken',
  } satisfies Record<Role, string>,
};
