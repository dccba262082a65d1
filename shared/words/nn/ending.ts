import type { AsideCatalogue } from '../catalogue.ts';

/** When a meeting is deleted, and who has the plan: what remains of it, in plain words. */
export const ending: AsideCatalogue['ending'] = {
  announced: (day) =>
    `Alt i dette møtet blir sletta ${day}. Det som er avtalt, ligg i journalane til dei som har fått planen.`,
  patient: {
    announced: (day) =>
      `Alt som står her, blir sletta ${day}. Planen ligg då i journalane til dei som har fått han. Vil du ta vare på han sjølv, kan du skrive han ut.`,
    who: 'Kven har fått planen?',
    today: (time) => `i dag kl. ${time}`,
    received: (who, when) => `${who} fekk planen ${when}.`,
    filed: (who, when) => `${who} skreiv planen inn i journalen ${when}.`,
    waiting: (who) => `Planen er på veg til ${who}.`,
    failed: (who) => `Planen har ikkje kome fram til ${who} enno. Fagfolka må sjå til at han kjem fram.`,
    notWanted: (who) => `${who} får ikkje planen, slik du ønskjer.`,
  },
};
