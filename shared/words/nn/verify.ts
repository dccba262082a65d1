import type { AsideCatalogue } from '../catalogue.ts';

/** Checking a file: whether it is as it was made, and which version of a plan it is. */
export const verify: AsideCatalogue['verify'] = {
  lead: 'Har du fått ein plan som fil? Her ser du om ho er slik ho vart laga, og kva versjon det er.',
  stays: 'Fila forlèt ikkje eininga di. Berre fingeravtrykk blir sende hit, og ingenting av innhaldet blir vist.',
  choose: 'Vel filer',
  drop: 'Eller dra dei hit. PDF, tekst, FHIR eller data, slik dei vart lasta ned.',
  notSecure:
    'Denne sida er opna utan kryptering (https). Då kan ikkje nettlesaren lage fingeravtrykk, og filer kan ikkje sjekkast her.',
  answers: 'Svar',
  checking: (file) => `Sjekkar ${file} …`,
  unchanged: 'Fila er uendra',
  is: (version, when) => `Dette er versjon ${version} av planen, avtalt ${when}. Fila er nøyaktig slik ho vart laga.`,
  format: {
    pdf: 'PDF til journalen',
    text: 'Tekst til journalen',
    fhir: 'FHIR-dokument',
    json: 'Data (JSON)',
    patient: 'Eksemplaret til pasienten',
  },
  changed: 'Fila er endra',
  says: (version, when) =>
    `Fila seier at ho er versjon ${version}, avtalt ${when}, men er endra etter at ho vart laga. Be om ei ny fil frå den du fekk ho av.`,
  resaved: 'Det kan vere nok at eit anna program har lagra ho på nytt.',
  newest: 'Det finst ingen nyare versjon.',
  older: 'Det finst ein nyare versjon av planen.',
  nobodyKnows: 'Møtet er sletta her, så vi veit ikkje om det vart laga ein nyare versjon.',
  unknown: 'Vi kjenner ikkje fila',
  unknownWhy:
    'Ho er ikkje laga her, eller ho er skanna eller lagra på nytt av eit anna program. Vi kan ikkje seie noko om ho.',
  tooLarge: 'Fila er for stor til å vere ein plan herifrå.',
  unreadable: 'Nettlesaren fekk ikkje lese fila. Vel ho éin gong til.',
  failed: 'Fila vart ikkje sjekka',
};
