import type { ErrorCode } from '#shared/errors.ts';

/** What went wrong, for whoever reads it, by the code of the problem. Each says what one can do. */
export const problems = {
  byCode: {
    'bad-input': 'Noe er ikke fylt ut riktig. Se over og prøv igjen.',
    'not-signed-in':
      'Du er ikke logget inn, eller det er lenge siden sist. Åpne lenken du fikk, eller gå til forsiden.',
    forbidden: 'Du har ikke tilgang til dette.',
    'wrong-origin': 'Siden ble åpnet på en måte vi ikke kan stole på. Gå til forsiden og prøv derfra.',
    'wrong-code': 'Koden stemmer ikke.',
    'not-a-receiver': 'Pasienten ønsker ikke at planen sendes til deg. Du kan lese den her i møtet.',
    'not-found': 'Vi finner ikke det du leter etter.',
    'too-slow': 'Det tok for lang tid. Prøv igjen.',
    'out-of-date': 'Siden er blitt for gammel. Last den på nytt.',
    'not-now': 'Det går ikke akkurat nå, slik møtet er. Se hva som vises på skjermen, og prøv igjen.',
    'not-finished': 'Noen er ikke ferdig ennå. Spør før dere går videre.',
    changed: 'Planen ble endret mens du leste den. Se over den en gang til, og prøv igjen.',
    incomplete: 'Det mangler fortsatt noe. Se listen over det som mangler.',
    gone: 'Dette kan ikke brukes lenger.',
    'too-large': 'Det ble for mye på én gang.',
    'too-many': 'Det gikk for fort. Vent litt og prøv igjen.',
    internal: 'Noe gikk galt hos oss. Prøv igjen om litt.',
    unavailable: 'Vi får ikke kontakt akkurat nå. Sjekk at du er på nett, og prøv igjen.',
  } satisfies Record<ErrorCode, string>,
  notFound: {
    title: 'Vi finner ikke siden',
    text: 'Lenken kan være skrevet feil, eller møtet kan være slettet. Åpne lenken du fikk, på nytt. Hjelper ikke det, ring den som inviterte deg.',
  },
  calledOff: {
    title: 'Møtet er avlyst eller avsluttet',
    text: 'Det blir ikke noe av dette møtet, eller det er over og slettet. Det som var skrevet her, er borte. Spørsmål? Ring den som inviterte deg.',
  },
  notYours: {
    title: 'Du er ikke med i dette møtet',
    text: 'Åpne lenken du fikk i invitasjonen, på nytt. Mener du at du skulle ha vært med, ring den som inviterte deg.',
  },
  other: {
    title: 'Noe gikk galt',
    text: 'Det var ikke din feil. Last siden på nytt. Det du har skrevet og som er merket «Lagret», er trygt.',
  },
};
