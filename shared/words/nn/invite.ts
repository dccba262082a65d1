import type { StaffCatalogue } from '../catalogue.ts';
import type { InvitationView, MailState } from '#shared/api.ts';

/** Inviting people to the meeting. */
export const invite: StaffCatalogue['invite'] = {
  title: 'Invitere',
  lead: 'Hver invitasjon gjelder én person og én rolle. Den kan brukes én gang. Pårørende er med når pasienten sier ja til det.',
  name: 'Navn',
  role: 'Rolle',
  profession: 'Yrke',
  noProfession: 'Ikke oppgitt',
  organisation: 'Arbeidssted (kan stå tomt)',
  email: 'E-post (kan stå tomt)',
  emailHint: 'Lenken går dit. Koden gir du på en annen måte. I e-posten står det ikke hvem eller hva møtet gjelder.',
  emailWrong: 'Skriv en hel e-postadresse, for eksempel navn@eksempel.no.',
  noMail: 'Herfra går det ikke e-post. Du gir lenken og koden videre selv, og du kan legge ved kalenderfilen.',
  make: 'Lag invitasjon',
  nameMissing: 'Skriv navnet til den du inviterer.',
  madeTitle: (name: string) => `Invitasjonen til ${name} er klar`,
  madeText:
    'Gi lenken og koden på to forskjellige måter, for eksempel lenken på e-post og koden på SMS eller i telefonen. De vises bare nå.',
  mailedTitle: (name: string, email: string) => `Lenken til ${name} er sendt til ${email}`,
  mailedText: 'Gi koden på en annen måte enn e-post, for eksempel på SMS eller i telefonen. Den vises bare nå.',
  mailFailedText:
    'E-posten gikk ikke. Invitasjonen gjelder likevel: Prøv igjen, eller gi lenken og koden på to forskjellige måter. De vises bare nå.',
  link: 'Lenke',
  code: 'Kode',
  copyLink: 'Kopier lenken',
  copyCode: 'Kopier koden',
  copied: 'Kopiert',
  expires: (when: string) => `Kan brukes til ${when}.`,
  doneShowing: 'Jeg har gitt den videre',
  listTitle: 'Invitasjoner',
  none: 'Ingen er invitert ennå.',
  status: {
    open: 'venter',
    used: 'har blitt med',
    revoked: 'trukket tilbake',
    expired: 'gått ut',
  } satisfies Record<InvitationView['status'], string>,
  mail: {
    none: 'e-post ikke sendt',
    sent: 'e-post sendt',
    failed: 'e-posten gikk ikke',
    outdated: 'siste beskjed gikk ikke',
  } satisfies Record<MailState, string>,
  mailAgain: 'Prøv igjen',
  mailAgainLabel: (name: string) => `Prøv igjen å sende e-posten til ${name}`,
  revoke: 'Trekk tilbake',
  revokeLabel: (name: string) => `Trekk tilbake invitasjonen til ${name}`,
  revokeTitle: (name: string) => `Trekke tilbake invitasjonen til ${name}?`,
  revokeText: 'Lenken og koden slutter å virke med en gang.',
  revokeYes: 'Ja, trekk den tilbake',
};
