import type { ExportFormat } from '#shared/api.ts';

/** Checking a file: whether it is as it was made, and which version of a plan it is. */
export const verify = {
  lead: 'Har du fått en plan som fil? Her ser du om den er slik den ble laget, og hvilken versjon det er.',
  stays: 'Filen forlater ikke enheten din. Bare fingeravtrykk sendes hit, og ingenting av innholdet blir vist.',
  choose: 'Velg filer',
  drop: 'Eller dra dem hit. PDF, tekst, FHIR eller data, slik de ble lastet ned.',
  notSecure:
    'Denne siden er åpnet uten kryptering (https). Da kan ikke nettleseren lage fingeravtrykk, og filer kan ikke sjekkes her.',
  answers: 'Svar',
  checking: (file: string) => `Sjekker ${file} …`,
  unchanged: 'Filen er uendret',
  is: (version: number, when: string) =>
    `Dette er versjon ${version} av planen, avtalt ${when}. Filen er nøyaktig slik den ble laget.`,
  format: {
    pdf: 'PDF til journalen',
    text: 'Tekst til journalen',
    fhir: 'FHIR-dokument',
    json: 'Data (JSON)',
    patient: 'Pasientens eksemplar',
  } satisfies Record<ExportFormat, string>,
  changed: 'Filen er endret',
  says: (version: number, when: string) =>
    `Filen sier at den er versjon ${version}, avtalt ${when}, men er endret etter at den ble laget. Be om en ny fil fra den du fikk den av.`,
  resaved: 'Det kan være nok at et annet program har lagret den på nytt.',
  newest: 'Det finnes ingen nyere versjon.',
  older: 'Det finnes en nyere versjon av planen.',
  nobodyKnows: 'Møtet er slettet her, så vi vet ikke om det ble laget en nyere versjon.',
  unknown: 'Vi kjenner ikke filen',
  unknownWhy:
    'Den er ikke laget her, eller den er skannet eller lagret på nytt av et annet program. Vi kan ikke si noe om den.',
  tooLarge: 'Filen er for stor til å være en plan herfra.',
  unreadable: 'Nettleseren fikk ikke lest filen. Velg den en gang til.',
  failed: 'Filen ble ikke sjekket',
};
