import type { StaffCatalogue } from '../catalogue.ts';

/** The start page, and taking a seat in the demo. */
export const start: StaffCatalogue['start'] = {
  page: 'Front page',
  title: 'Plan the way home together',
  lead: 'The patient, the next of kin, the hospital, the municipality and the GP meet and write one plan. Everyone sees the same, and everyone sees who is responsible for what.',
  demoTitle: 'This is a demo',
  demoText:
    'Everyone here is invented. Do not write names, national identity numbers or anything else about real people.',
  tryTitle: 'Try a meeting that is ready',
  tryText: (patient) =>
    `The meeting is about ${patient}. Each person gets a window of their own. Open two or more side by side and write at the same time.`,
  openAs: (name) => `Open as ${name}`,
  newWindow: '(opens in a window of its own)',
  device: {
    hospital: 'uses a computer on the ward',
    municipality: 'uses a computer in the office',
    gp: 'uses a computer at the GP’s office',
    patient: 'uses a tablet',
    kin: 'uses a phone',
    interpreter: 'sees and hears, does not write',
  },
  mineTitle: 'Your meetings',
  mineNone: 'You have no meetings yet.',
  signedIn: (name, role) => `You are signed in as ${name} (${role}).`,
  signOut: 'Sign out',
  newMeeting: 'New meeting',
  openMeeting: (patient) => `Open the meeting about ${patient}`,
  signInTitle: 'Make your own meeting in the demo',
  signInText:
    'Make up a name, choose a role and sign in. Health and care staff can make new meetings and invite others.',
  name: 'Name (invented)',
  role: 'Role',
  profession: 'Profession',
  noProfession: 'Not given',
  organisation: 'Workplace (may be left empty)',
  signIn: 'Sign in',
  invitedTitle: 'Have you got an invitation?',
  invitedText:
    'Open the link you got. Write the six-digit code there, and you are in. If you cannot find the link, call the person who invited you.',
};
