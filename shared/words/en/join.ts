import type { Catalogue } from '../catalogue.ts';

/** Redeeming an invitation. */
export const join: Catalogue['join'] = {
  page: 'Join',
  title: 'Join the meeting',
  lead: 'You are invited to a meeting where you will make a plan together.',
  code: 'Six-digit code',
  codeHint: 'The code is in the letter, or you got it by text message or on the phone.',
  join: 'Join',
  joining: 'One moment …',
  calm: 'The link and the code can be used once. Nothing is used up before you press “Join”.',
  sixDigits: 'The code has six digits. Write numbers only.',
  call: 'If that does not help, call the person who invited you.',
  refused: {
    'wrong-code': {
      title: 'The code is not right',
      text: 'Look at the numbers once more, and write them again.',
    },
    gone: {
      title: 'The invitation can no longer be used',
      text: 'It has been used, withdrawn or is too old. Call the person who invited you, and ask for a new one.',
    },
    'not-found': {
      title: 'We cannot find the invitation',
      text: 'The link may be misspelt or split over two lines. Open it again from the message you got.',
    },
    'too-many': {
      title: 'There have been many tries in a short time',
      text: 'Wait for a minute, and try again.',
    },
    other: {
      title: 'We cannot let you in just now',
      text: 'Check that you are online, and try again.',
    },
  },
  noToken: {
    title: 'Open the link you got',
    text: 'To come in, you need the whole link from the invitation. Open it again from the message you got, and include everything in it.',
    inside: 'Go to your meeting',
  },
  /** Demo only: taking the place of one of the people of the prepared meeting. */
  seatWait: 'We are getting your seat ready …',
  seatGone: 'This seat does not exist. Go to the front page and choose a person there.',
};
