import type { InvitationView } from '#shared/api.ts';

/** Inviting people to the meeting. */
export const invite = {
  title: 'Invitere',
  lead: 'Hver invitasjon gjelder én person og én rolle. Den kan brukes én gang. Pårørende er med når pasienten sier ja til det.',
  name: 'Navn',
  role: 'Rolle',
  profession: 'Yrke',
  noProfession: 'Ikke oppgitt',
  organisation: 'Arbeidssted (kan stå tomt)',
  make: 'Lag invitasjon',
  nameMissing: 'Skriv navnet til den du inviterer.',
  madeTitle: (name: string) => `Invitasjonen til ${name} er klar`,
  madeText:
    'Gi lenken og koden på to forskjellige måter, for eksempel lenken på e-post og koden på SMS eller i telefonen. De vises bare nå.',
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
  revoke: 'Trekk tilbake',
  revokeLabel: (name: string) => `Trekk tilbake invitasjonen til ${name}`,
  revokeTitle: (name: string) => `Trekke tilbake invitasjonen til ${name}?`,
  revokeText: 'Lenken og koden slutter å virke med en gang.',
  revokeYes: 'Ja, trekk den tilbake',
};
