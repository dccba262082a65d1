/** When a meeting is deleted, and who has the plan: what remains of it, in plain words. */
export const ending = {
  announced: (day: string) =>
    `Alt i dette møtet slettes ${day}. Det som er avtalt, ligger i journalene til dem som har fått planen.`,
  patient: {
    announced: (day: string) =>
      `Alt som står her, slettes ${day}. Planen ligger da i journalene til dem som har fått den. Vil du ta vare på den selv, kan du skrive den ut.`,
    who: 'Hvem har fått planen?',
    today: (time: string) => `i dag kl. ${time}`,
    received: (who: string, when: string) => `${who} fikk planen ${when}.`,
    filed: (who: string, when: string) => `${who} skrev planen inn i journalen ${when}.`,
    waiting: (who: string) => `Planen er på vei til ${who}.`,
    failed: (who: string) => `Planen har ikke kommet fram til ${who} ennå. Fagfolkene må se til at den kommer fram.`,
    notWanted: (who: string) => `${who} får ikke planen, slik du ønsker.`,
  },
};
