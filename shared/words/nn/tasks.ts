import type { Catalogue } from '../catalogue.ts';
import type { TaskState } from '#shared/after.ts';

/** Who promised what, what became of it, and the next meeting. */
export const tasks: Catalogue['tasks'] = {
  title: 'Oppgaver',
  lead: 'Dette har dere lovet. Den som har lovet noe, sier fra hva som skjedde. Planen endrer seg ikke av det.',
  patientTitle: 'Hvem gjør hva',
  patientLead: 'Dette har de lovet deg. Du kan si fra om det ble gjort.',
  draft: 'Planen er ikke avtalt ennå. Oppgavene kan bli endret.',
  none: 'Det står ingen oppgaver i planen. Skriv dem under «Behandlingsplan» og «Oppfølging og avtaler».',
  patientNone: 'Det står ingen oppgaver i planen.',
  mine: 'Du og din virksomhet',
  mineAlone: 'Du',
  nobody: 'Ingen er satt opp',
  settle: (topic: string) => `Avgjøre: ${topic}`,
  /** Between the words of what is told of a task. */
  by: (owner: string) => `Ansvar: ${owner}`,
  about: (patient: string) => `Møtet om ${patient}`,
  noDate: 'Ingen dato',
  today: 'I dag',
  tomorrow: 'I morgen',
  within: (date: string) => `Innen ${date}`,
  overdue: (days: number, date: string) =>
    days === 1 ? `Fristen var i går, ${date}` : `${days} dager over fristen, ${date}`,
  ask: (what: string) => `Hva skjedde med «${what}»?`,
  deeds: { done: 'Gjort', partly: 'Delvis', notDone: 'Ikke gjort' },
  states: { done: 'Gjort', partly: 'Delvis gjort', notDone: 'Ikke gjort', open: 'Ikke sagt fra' } satisfies Record<
    TaskState,
    string
  >,
  saidBy: (name: string, when: string) => `${name}, ${when}`,
  words: 'Noen ord om det (kan stå tomt)',
  saveWords: 'Lagre ordene',
  undo: 'Angre',
  undoLabel: (what: string) => `Angre det som er sagt om «${what}»`,
  doneBefore: (count: number) => (count === 1 ? '1 er gjort' : `${count} er gjort`),
  count: (count: number) => (count === 1 ? '1 oppgave' : `${count} oppgaver`),
  next: {
    open: 'Planlegg neste møte',
    lead: 'Møtet begynner med det dere lovte nå, og hva som skjedde. Mål, uenighet og kontakter følger med. Hvem som skal være med, velger du etterpå.',
    make: 'Lag neste møte',
    startsAt: 'Velg dag og klokkeslett.',
    videoUrl: 'Lenken må begynne med https://',
  },
  earlier: {
    title: (date: string) => `Fra møtet ${date}`,
    lead: 'Disse var med sist. De blir ikke med på nytt før du inviterer dem.',
    invite: 'Inviter igjen',
    inviteLabel: (name: string) => `Inviter igjen: ${name}`,
  },
};
