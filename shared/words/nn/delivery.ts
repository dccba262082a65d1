import type { StaffCatalogue } from '../catalogue.ts';

/** Who has the agreed plan, for those who see to it that everyone gets it. */
export const delivery: StaffCatalogue['delivery'] = {
  title: 'Kven har fått planen',
  today: (time) => `kl. ${time}`,
  received: (who, when) => `${who} – motteken ${when}`,
  filed: (who, when) => `${who} – ført i journalen ${when}`,
  waiting: (who) => `${who} – på veg`,
  waitingAgain: (who, when) => `${who} – på veg, prøver igjen ${when}`,
  notWanted: (who) => `${who} – ikkje send, slik pasienten ønskjer`,
  passed: (who) => `${who} – kom ikkje fram til systemet, men er motteken på ein annan måte`,
  failed: (who) => `Planen kom ikkje fram til ${who}`,
  problem: {
    unreachable: 'Systemet deira svarer ikkje.',
    'too-slow': 'Systemet deira bruker for lang tid på å svare.',
    refused: 'Systemet deira tek ikkje imot planen.',
    'wrong-answer': 'Systemet deira svarte, men seier ikkje at dei har fått planen.',
    'not-allowed': 'Vi kan ikkje sende til adressa deira. Den som driftar programmet, må sjå på det.',
    'not-wanted': 'Pasienten ønskjer ikkje at planen blir send dit.',
    'not-sent': 'Planen vart ikkje send herifrå. Den som driftar programmet, må sjå på det.',
  },
  seeTo: 'Han blir ikkje send igjen av seg sjølv. Send han på nytt, eller gi dei planen på ein annan måte.',
  othersSeeTo: 'Fagfolka i møtet må sjå til at han kjem fram.',
  again: 'Send på nytt',
  againTo: (who) => `Send på nytt til ${who}`,
  none: 'Ingen har meldt at dei har fått planen enno.',
  earlier: 'Tidlegare versjonar',
  filing: 'Vi har ført planen i journalen vår',
  filingHint: 'Då ser alle at de har han.',
  thanks: (who, version) => `Takk. No ser alle at ${who} har ført versjon ${version} i journalen.`,
};
