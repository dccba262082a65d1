import type { Catalogue } from '../catalogue.ts';

/** When the meeting is: moving it, calling it off, calendars, and the letters about it. */
export const appointment: Catalogue['appointment'] = {
  title: 'Move or cancel the meeting',
  now: (when) => `The meeting is on ${when}.`,
  date: 'New date',
  time: 'New time',
  dateMissing: 'Choose a date.',
  timeMissing: 'Choose a time.',
  move: 'Move the meeting',
  callOff: 'Cancel the meeting',
  callOffTitle: 'Cancel the meeting?',
  callOffText: 'All invitations stop working, and everything that has been written is deleted. You cannot undo this.',
  callOffYes: 'Yes, cancel the meeting',
  callOffNo: 'Keep the meeting',
  willReach: 'Will be told by email',
  byHand: 'You must tell them in another way',
  moved: 'The meeting has been moved.',
  reached: 'Have been told by email',
  nobody: 'Nobody has been invited yet, so nobody will be told.',
  calendar: 'Add to calendar',
  video: {
    opened: 'The video is on the left.',
    narrow: 'Make this window narrow',
    byHand:
      'The browser does not let us make the window narrow. Drag the edge of the window yourself. Everything works even at the width of a mobile phone.',
  },
  /** E-mail. Nobody's name, nothing of what the meeting is about. */
  letter: {
    invitation: {
      subject: 'Invitation to a meeting',
      text: (when, link) => `Hello

You are invited to a meeting on ${when}.

Open this link when the meeting begins, or before, so that you can prepare:

${link}

You also need a six-digit code. It is not in this email. The person who invited you will give it to you in another way.

The link is for you only, so please do not pass it on. You can add the attached invitation to your calendar.

Please do not reply to this email.
`,
    },
    moved: {
      subject: 'New time for the meeting',
      text: (when) => `Hello

The meeting that you are invited to is on ${when}.

If you come in with a link and a code, they are the same as before. The attached invitation changes the meeting in your calendar.

Please do not reply to this email.
`,
    },
    calledOff: {
      subject: 'The meeting is cancelled',
      text: (when) => `Hello

The meeting on ${when} is cancelled. You do not need to do anything.

The attached cancellation removes the meeting from your calendar.

Please do not reply to this email.
`,
    },
    uninvited: {
      subject: 'The invitation has been withdrawn',
      text: (when) => `Hello

Your invitation to the meeting on ${when} has been withdrawn, and the link no longer works. You do not need to do anything.

The attached cancellation removes the meeting from your calendar.

Please do not reply to this email.
`,
    },
  },
};
