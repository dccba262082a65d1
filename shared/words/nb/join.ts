/** Redeeming an invitation. */
export const join = {
  page: 'Bli med',
  title: 'Bli med i møtet',
  lead: 'Du er invitert til et møte der dere lager en plan sammen.',
  code: 'Kode på seks sifre',
  codeHint: 'Koden står i brevet, eller du har fått den på SMS eller i telefonen.',
  join: 'Bli med',
  joining: 'Et øyeblikk …',
  calm: 'Lenken og koden kan brukes én gang. Ingenting er brukt før du trykker «Bli med».',
  sixDigits: 'Koden har seks sifre. Skriv bare tall.',
  call: 'Hjelper ikke det, ring den som inviterte deg.',
  refused: {
    'wrong-code': {
      title: 'Koden stemmer ikke',
      text: 'Se på tallene en gang til, og skriv dem på nytt.',
    },
    gone: {
      title: 'Invitasjonen kan ikke brukes lenger',
      text: 'Den er brukt, trukket tilbake eller for gammel. Ring den som inviterte deg, og be om en ny.',
    },
    'not-found': {
      title: 'Vi finner ikke invitasjonen',
      text: 'Lenken kan være skrevet feil eller delt i to linjer. Åpne den på nytt fra meldingen du fikk.',
    },
    'too-many': {
      title: 'Det er prøvd mange ganger på kort tid',
      text: 'Vent ett minutt, og prøv igjen.',
    },
    other: {
      title: 'Vi får ikke sluppet deg inn akkurat nå',
      text: 'Sjekk at du er på nett, og prøv igjen.',
    },
  },
  noToken: {
    title: 'Åpne lenken du fikk',
    text: 'For å komme inn trenger du hele lenken fra invitasjonen. Åpne den på nytt fra meldingen du fikk, og ta med alt som står i den.',
    inside: 'Gå til møtet ditt',
  },
  /** Demo only: taking the place of one of the people of the prepared meeting. */
  seatWait: 'Vi gjør klar plassen din …',
  seatGone: 'Denne plassen finnes ikke. Gå til forsiden og velg en person der.',
};
