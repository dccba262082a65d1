import type { DeliveryProblem } from '#shared/delivery.ts';

/** Who has the agreed plan, for those who see to it that everyone gets it. */
export const delivery = {
  title: 'Hvem har fått planen',
  /** Today, and on another day it is the day as well. */
  today: (time: string) => `kl. ${time}`,
  received: (who: string, when: string) => `${who} – mottatt ${when}`,
  filed: (who: string, when: string) => `${who} – ført i journalen ${when}`,
  waiting: (who: string) => `${who} – på vei`,
  waitingAgain: (who: string, when: string) => `${who} – på vei, prøver igjen ${when}`,
  notWanted: (who: string) => `${who} – ikke sendt, slik pasienten ønsker`,
  /** It did not get there, and they have it all the same. */
  passed: (who: string) => `${who} – kom ikke fram til systemet, men er mottatt på en annen måte`,
  failed: (who: string) => `Planen kom ikke fram til ${who}`,
  problem: {
    unreachable: 'Systemet deres svarer ikke.',
    'too-slow': 'Systemet deres bruker for lang tid på å svare.',
    refused: 'Systemet deres tar ikke imot planen.',
    'wrong-answer': 'Systemet deres svarte, men sier ikke at de har fått planen.',
    'not-allowed': 'Vi kan ikke sende til adressen deres. Den som drifter programmet, må se på det.',
    'not-wanted': 'Pasienten ønsker ikke at planen sendes dit.',
    'not-sent': 'Planen ble ikke sendt herfra. Den som drifter programmet, må se på det.',
  } satisfies Record<DeliveryProblem, string>,
  seeTo: 'Den blir ikke sendt igjen av seg selv. Send den på nytt, eller gi dem planen på en annen måte.',
  othersSeeTo: 'Fagfolkene i møtet må se til at den kommer fram.',
  again: 'Send på nytt',
  againTo: (who: string) => `Send på nytt til ${who}`,
  none: 'Ingen har meldt at de har fått planen ennå.',
  earlier: 'Tidligere versjoner',
  filing: 'Vi har ført planen i journalen vår',
  filingHint: 'Da ser alle at dere har den.',
  thanks: (who: string, version: number) => `Takk. Nå ser alle at ${who} har ført versjon ${version} i journalen.`,
};
