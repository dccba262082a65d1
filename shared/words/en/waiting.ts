import type { Catalogue } from '../catalogue.ts';

/** The waiting room, and getting in: said to somebody who may never have done this before. */
export const waiting: Catalogue['waiting'] = {
  today: 'today',
  tomorrow: 'tomorrow',
  inMinutes: (count) => (count === 1 ? 'in 1 minute' : `in ${count} minutes`),
  inHours: (hours, minutes) => {
    const told = hours === 1 ? 'in 1 hour' : `in ${hours} hours`;
    if (minutes === 0) return told;
    return `${told} and ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`;
  },
  inDays: (count) => (count === 1 ? 'in 1 day' : `in ${count} days`),
  meetingIs: (when) => `The meeting is ${when}.`,
  soon: 'The meeting begins when everyone is ready. You are in the right place.',
  whoTitle: 'Who takes part?',
  here: 'is here now',
  coming: 'is coming',
  invited: 'is invited',
  alone: 'Nobody else has come in yet.',
  what: {
    hospital: 'works at the hospital',
    municipality: 'works for the municipality',
    gp: 'GP',
    patient: 'the person the meeting is about',
    kin: 'next of kin',
    interpreter: 'interpreter',
  },
  profession: {
    doctor: 'doctor at the hospital',
    nurse: 'nurse at the hospital',
    therapist: 'physiotherapist or occupational therapist at the hospital',
    coordinator: 'arranges the journey home, at the hospital',
  },
  happensTitle: 'What happens now?',
  happens: [
    'Leave this page open, or open it again when it is time.',
    'When the meeting begins, the page changes by itself.',
    'The person who leads the meeting welcomes everyone.',
  ],
  helpTitle: 'Do you need help?',
  help: 'Call us, and we will help you in.',
  ring: (number) => `Call ${number}`,
  check: {
    title: 'Try it before the meeting',
    lead: 'We try the connection, the sound and the text. It takes less than a minute.',
    start: 'Test sound, text and connection',
    connecting: 'Trying the connection …',
    heard: 'Did you hear two tones?',
    again: 'Play once more',
    silent:
      'Turn up the sound. Look for a switch on the side of the tablet, and turn off silent mode. Then play once more.',
    canRead: 'Can you read this?',
    sample: 'In the meeting you speak first, and everyone listens to you.',
    larger: 'Larger',
    largest: 'It does not get larger here. Ask somebody to read to you, or use the magnifier of the tablet.',
    enlarge: 'Make the text larger in the browser: press Ctrl and +, or spread two fingers on the screen.',
    yes: 'Yes',
    no: 'No',
    goOn: 'Go on',
    allWell: 'Everything works. You are ready for the meeting.',
    notAll: 'Something could be better:',
    once: 'Test once more',
    connection: {
      good: 'The connection is good.',
      slow: 'The connection is slow. Sit closer to the router, or close other programs.',
      lost: 'We do not get a good connection. See whether the tablet is online, and test once more.',
    },
    sound: { heard: 'You hear the sound.', silent: 'You did not hear the sound. Ask somebody to help you turn it up.' },
    sight: {
      reads: 'You can read the text.',
      hard: 'The text is hard to read. Ask somebody to read to you in the meeting.',
    },
  },
};
