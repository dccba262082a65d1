import type { Catalogue } from '../catalogue.ts';

/** Redeeming an invitation. */
export const join: Catalogue['join'] = {
  page: 'Bli med',
  title: 'Bli med i møtet',
  lead: 'Du er invitert til eit møte der de lagar ein plan saman.',
  code: 'Kode på seks siffer',
  codeHint: 'Koden står i brevet, eller du har fått han på SMS eller i telefonen.',
  join: 'Bli med',
  joining: 'Eit augeblikk …',
  calm: 'Lenkja og koden kan brukast éin gong. Ingenting er brukt før du trykkjer «Bli med».',
  sixDigits: 'Koden har seks siffer. Skriv berre tal.',
  call: 'Hjelper ikkje det, ring den som inviterte deg.',
  refused: {
    'wrong-code': {
      title: 'Koden stemmer ikkje',
      text: 'Sjå på tala ein gong til, og skriv dei på nytt.',
    },
    gone: {
      title: 'Invitasjonen kan ikkje brukast lenger',
      text: 'Han er brukt, trekt tilbake eller for gammal. Ring den som inviterte deg, og be om ein ny.',
    },
    'not-found': {
      title: 'Vi finn ikkje invitasjonen',
      text: 'Lenkja kan vere feilskriven eller delt over to linjer. Opne henne på nytt frå meldinga du fekk.',
    },
    'too-many': {
      title: 'Nokon har prøvd mange gonger på kort tid',
      text: 'Vent eitt minutt, og prøv igjen.',
    },
    other: {
      title: 'Vi får ikkje sleppt deg inn akkurat no',
      text: 'Sjekk at du er på nett, og prøv igjen.',
    },
  },
  noToken: {
    title: 'Opne lenkja du fekk',
    text: 'For å kome inn treng du heile lenkja frå invitasjonen. Opne henne på nytt frå meldinga du fekk, og ta med alt som står i henne.',
    inside: 'Gå til møtet ditt',
  },
  /** Demo only: taking the place of one of the people of the prepared meeting. */
  seatWait: 'Vi gjer klar plassen din …',
  seatGone: 'Denne plassen finst ikkje. Gå til forsida og vel ein person der.',
};
