import type { StaffCatalogue } from '../catalogue.ts';

/** Inviting people to the meeting. */
export const invite: StaffCatalogue['invite'] = {
  title: 'Invite',
  lead: 'Each invitation is for one person and one role. It can be used once. The next of kin take part when the patient agrees to it.',
  name: 'Name',
  role: 'Role',
  profession: 'Profession',
  noProfession: 'Not given',
  organisation: 'Workplace (may be left empty)',
  email: 'Email (may be left empty)',
  emailHint:
    'The link goes there. Give the code in another way. The email does not say whom or what the meeting is about.',
  emailWrong: 'Write a whole email address, for example name@example.com.',
  noMail:
    'No email is sent from here. You pass on the link and the code yourself, and you can attach the calendar file.',
  make: 'Make the invitation',
  nameMissing: 'Write the name of the person you are inviting.',
  madeTitle: (name) => `The invitation for ${name} is ready`,
  madeText:
    'Give the link and the code in two different ways, for example the link by email and the code by text message or on the phone. They are shown only now.',
  mailedTitle: (name, email) => `The link for ${name} has been sent to ${email}`,
  mailedText:
    'Give the code in another way than email, for example by text message or on the phone. It is shown only now.',
  mailFailedText:
    'The email was not sent. The invitation is still good: try again, or give the link and the code in two different ways. They are shown only now.',
  link: 'Link',
  code: 'Code',
  copyLink: 'Copy the link',
  copyCode: 'Copy the code',
  copied: 'Copied',
  expires: (when) => `Can be used until ${when}.`,
  doneShowing: 'I have passed it on',
  listTitle: 'Invitations',
  none: 'Nobody has been invited yet.',
  status: { open: 'waiting', used: 'has joined', revoked: 'withdrawn', expired: 'expired' },
  mail: {
    none: 'email not sent',
    sent: 'email sent',
    failed: 'the email was not sent',
    outdated: 'the latest message was not sent',
  },
  mailAgain: 'Try again',
  mailAgainLabel: (name) => `Try again to send the email to ${name}`,
  revoke: 'Withdraw',
  revokeLabel: (name) => `Withdraw the invitation for ${name}`,
  revokeTitle: (name) => `Withdraw the invitation for ${name}?`,
  revokeText: 'The link and the code stop working at once.',
  revokeYes: 'Yes, withdraw it',
};
