import type { Catalogue } from '../catalogue.ts';

/** What went wrong, for whoever reads it, by the code of the problem. Each says what one can do. */
export const problems: Catalogue['problems'] = {
  byCode: {
    'bad-input': 'Something has not been filled in correctly. Look through it and try again.',
    'not-signed-in':
      'You are not signed in, or it has been a long time. Open the link you got, or go to the front page.',
    forbidden: 'You do not have access to this.',
    'wrong-origin': 'The page was opened in a way we cannot trust. Go to the front page and try from there.',
    'wrong-code': 'The code is not right.',
    'not-a-receiver': 'The patient does not want the plan to be sent to you. You can read it here in the meeting.',
    'not-found': 'We cannot find what you are looking for.',
    'too-slow': 'It took too long. Try again.',
    'out-of-date': 'The page has become too old. Reload it.',
    'not-now': 'It is not possible just now, with the meeting as it is. See what the screen shows, and try again.',
    'not-finished': 'Somebody is not finished yet. Ask before you move on.',
    changed: 'The plan was changed while you were reading it. Look through it once more, and try again.',
    incomplete: 'Something is still missing. See the list of what is missing.',
    gone: 'This can no longer be used.',
    'too-large': 'It was too much at once.',
    'too-many': 'It went too fast. Wait a little and try again.',
    internal: 'Something went wrong on our side. Try again in a little while.',
    unavailable: 'We cannot get contact just now. Check that you are online, and try again.',
  },
  notFound: {
    title: 'We cannot find the page',
    text: 'The link may be misspelt, or the meeting may have been deleted. Open the link you got once more. If that does not help, call the person who invited you.',
  },
  calledOff: {
    title: 'The meeting is cancelled or over',
    text: 'This meeting will not take place, or it is over and deleted. What was written here is gone. Questions? Call the person who invited you.',
  },
  notYours: {
    title: 'You are not part of this meeting',
    text: 'Open the link in your invitation once more. If you think you should be in the meeting, call the person who invited you.',
  },
  other: {
    title: 'Something went wrong',
    text: 'It was not your fault. Reload the page. What you have written and is marked “Saved” is safe.',
  },
};
