/** When the meeting is: moving it, calling it off, calendars, and the letters about it. */
export const appointment = {
  title: 'Flytt eller avlys møtet',
  now: (when: string) => `Møtet er ${when}.`,
  date: 'Ny dato',
  time: 'Nytt klokkeslett',
  dateMissing: 'Velg en dato.',
  timeMissing: 'Velg et klokkeslett.',
  move: 'Flytt møtet',
  callOff: 'Avlys møtet',
  callOffTitle: 'Avlyse møtet?',
  callOffText: 'Alle invitasjoner slutter å virke, og det som er skrevet, blir borte. Du kan ikke angre.',
  callOffYes: 'Ja, avlys møtet',
  callOffNo: 'Behold møtet',
  willReach: 'Får beskjed på e-post',
  byHand: 'Må få beskjed av deg på en annen måte',
  moved: 'Møtet er flyttet.',
  reached: 'Har fått beskjed på e-post',
  nobody: 'Ingen er invitert ennå, så ingen får beskjed.',
  calendar: 'Legg i kalenderen',
  video: {
    opened: 'Videoen står til venstre.',
    narrow: 'Gjør dette vinduet smalt',
    byHand:
      'Nettleseren lar oss ikke gjøre vinduet smalt. Dra kanten av vinduet selv. Alt virker helt ned til bredden av en mobil.',
  },
  /** E-mail. Nobody's name, nothing of what the meeting is about. */
  letter: {
    invitation: {
      subject: 'Invitasjon til et møte',
      text: (when: string, link: string) => `Hei

Du er invitert til et møte ${when}.

Åpne denne lenken når møtet begynner, eller før, så du kan forberede deg:

${link}

Du trenger også en kode på seks siffer. Den står ikke her. Du får den på en annen måte av den som inviterte deg.

Lenken er bare til deg, så ikke send den videre. Innkallingen som ligger ved, kan du legge i kalenderen din.

Denne e-posten kan ikke besvares.
`,
    },
    moved: {
      subject: 'Nytt tidspunkt for møtet',
      text: (when: string) => `Hei

Møtet som du er invitert til, er ${when}.

Kommer du inn med lenke og kode, er de de samme som før. Innkallingen som ligger ved, endrer møtet i kalenderen din.

Denne e-posten kan ikke besvares.
`,
    },
    calledOff: {
      subject: 'Møtet er avlyst',
      text: (when: string) => `Hei

Møtet ${when} er avlyst. Du trenger ikke å gjøre noe.

Avlysningen som ligger ved, tar møtet bort fra kalenderen din.

Denne e-posten kan ikke besvares.
`,
    },
    uninvited: {
      subject: 'Invitasjonen er trukket tilbake',
      text: (when: string) => `Hei

Invitasjonen din til møtet ${when} er trukket tilbake, og lenken virker ikke lenger. Du trenger ikke å gjøre noe.

Avlysningen som ligger ved, tar møtet bort fra kalenderen din.

Denne e-posten kan ikke besvares.
`,
    },
  },
};
