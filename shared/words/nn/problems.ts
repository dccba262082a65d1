import type { Catalogue } from '../catalogue.ts';

/** What went wrong, for whoever reads it, by the code of the problem. Each says what one can do. */
export const problems: Catalogue['problems'] = {
  byCode: {
    'bad-input': 'Noko er ikkje fylt ut rett. Sjå over og prøv igjen.',
    'not-signed-in': 'Du er ikkje logga inn, eller det er lenge sidan sist. Opne lenkja du fekk, eller gå til forsida.',
    forbidden: 'Du har ikkje tilgang til dette.',
    'wrong-origin': 'Sida vart opna på ein måte vi ikkje kan stole på. Gå til forsida og prøv derfrå.',
    'wrong-code': 'Koden stemmer ikkje.',
    'not-a-receiver': 'Pasienten ønskjer ikkje at planen blir send til deg. Du kan lese han her i møtet.',
    'not-found': 'Vi finn ikkje det du leitar etter.',
    'too-slow': 'Det tok for lang tid. Prøv igjen.',
    'out-of-date': 'Sida er blitt for gammal. Last henne på nytt.',
    'not-now': 'Det går ikkje akkurat no, slik møtet er. Sjå kva som står på skjermen, og prøv igjen.',
    'not-finished': 'Nokon er ikkje ferdig enno. Spør før de går vidare.',
    changed: 'Planen vart endra mens du las han. Sjå over han ein gong til, og prøv igjen.',
    incomplete: 'Det manglar framleis noko. Sjå lista over det som manglar.',
    gone: 'Dette kan ikkje brukast lenger.',
    'too-large': 'Det vart for mykje på éin gong.',
    'too-many': 'Det gjekk for fort. Vent litt og prøv igjen.',
    internal: 'Noko gjekk gale hos oss. Prøv igjen om litt.',
    unavailable: 'Vi får ikkje kontakt akkurat no. Sjekk at du er på nett, og prøv igjen.',
  },
  notFound: {
    title: 'Vi finn ikkje sida',
    text: 'Lenkja kan vere feilskriven, eller møtet kan vere sletta. Opne lenkja du fekk, på nytt. Hjelper ikkje det, ring den som inviterte deg.',
  },
  calledOff: {
    title: 'Møtet er avlyst eller avslutta',
    text: 'Det blir ikkje noko av dette møtet, eller det er over og sletta. Det som var skrive her, er borte. Spørsmål? Ring den som inviterte deg.',
  },
  notYours: {
    title: 'Du er ikkje med i dette møtet',
    text: 'Opne lenkja du fekk i invitasjonen, på nytt. Meiner du at du skulle ha vore med, ring den som inviterte deg.',
  },
  other: {
    title: 'Noko gjekk gale',
    text: 'Det var ikkje din feil. Last sida på nytt. Det du har skrive og som er merkt «Lagra», er trygt.',
  },
};
