import type { Catalogue } from '../catalogue.ts';

/** When the meeting is: moving it, calling it off, calendars, and the letters about it. */
export const appointment: Catalogue['appointment'] = {
  title: 'Flytt eller avlys møtet',
  now: (when) => `Møtet er ${when}.`,
  date: 'Ny dato',
  time: 'Nytt klokkeslett',
  dateMissing: 'Vel ein dato.',
  timeMissing: 'Vel eit klokkeslett.',
  move: 'Flytt møtet',
  callOff: 'Avlys møtet',
  callOffTitle: 'Avlyse møtet?',
  callOffText: 'Alle invitasjonar sluttar å verke, og det som er skrive, blir borte. Du kan ikkje angre.',
  callOffYes: 'Ja, avlys møtet',
  callOffNo: 'Behald møtet',
  willReach: 'Får beskjed på e-post',
  byHand: 'Må få beskjed av deg på ein annan måte',
  moved: 'Møtet er flytta.',
  reached: 'Har fått beskjed på e-post',
  nobody: 'Ingen er invitert enno, så ingen får beskjed.',
  calendar: 'Legg i kalenderen',
  video: {
    opened: 'Videoen står til venstre.',
    narrow: 'Gjer dette vindauget smalt',
    byHand:
      'Nettlesaren lèt oss ikkje gjere vindauget smalt. Dra i kanten av vindauget sjølv. Alt verkar heilt ned til breidda på ein mobil.',
  },
  /** E-mail. Nobody's name, nothing of what the meeting is about. */
  letter: {
    invitation: {
      subject: 'Invitasjon til eit møte',
      text: (when, link) => `Hei

Du er invitert til eit møte ${when}.

Opne denne lenkja når møtet byrjar, eller før, så du kan førebu deg:

${link}

Du treng også ein kode på seks siffer. Han står ikkje her. Du får han på ein annan måte av den som inviterte deg.

Lenkja er berre til deg, så ikkje send henne vidare. Innkallinga som ligg ved, kan du leggje i kalenderen din.

Du kan ikkje svare på denne e-posten.
`,
    },
    moved: {
      subject: 'Nytt tidspunkt for møtet',
      text: (when) => `Hei

Møtet som du er invitert til, er ${when}.

Kjem du inn med lenkje og kode, er dei dei same som før. Innkallinga som ligg ved, endrar møtet i kalenderen din.

Du kan ikkje svare på denne e-posten.
`,
    },
    calledOff: {
      subject: 'Møtet er avlyst',
      text: (when) => `Hei

Møtet ${when} er avlyst. Du treng ikkje gjere noko.

Avlysinga som ligg ved, tek møtet bort frå kalenderen din.

Du kan ikkje svare på denne e-posten.
`,
    },
    uninvited: {
      subject: 'Invitasjonen er trekt tilbake',
      text: (when) => `Hei

Invitasjonen din til møtet ${when} er trekt tilbake, og lenkja verkar ikkje lenger. Du treng ikkje gjere noko.

Avlysinga som ligg ved, tek møtet bort frå kalenderen din.

Du kan ikkje svare på denne e-posten.
`,
    },
  },
};
