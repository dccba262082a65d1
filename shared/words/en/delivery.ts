import type { StaffCatalogue } from '../catalogue.ts';

/** Who has the agreed plan, for those who see to it that everyone gets it. */
export const delivery: StaffCatalogue['delivery'] = {
  title: 'Who has received the plan',
  today: (time) => `at ${time}`,
  received: (who, when) => `${who} – received ${when}`,
  filed: (who, when) => `${who} – entered in the records ${when}`,
  waiting: (who) => `${who} – on its way`,
  waitingAgain: (who, when) => `${who} – on its way, next try ${when}`,
  notWanted: (who) => `${who} – not sent, as the patient wishes`,
  passed: (who) => `${who} – did not reach their system, but was received in another way`,
  failed: (who) => `The plan did not reach ${who}`,
  problem: {
    unreachable: 'Their system does not answer.',
    'too-slow': 'Their system takes too long to answer.',
    refused: 'Their system does not accept the plan.',
    'wrong-answer': 'Their system answered, but does not say that it has received the plan.',
    'not-allowed': 'We cannot send to their address. Whoever runs the program needs to look into it.',
    'not-wanted': 'The patient does not want the plan sent there.',
    'not-sent': 'The plan never left here. Whoever runs the program needs to look into it.',
  },
  seeTo: 'It will not be sent again by itself. Send it again, or give them the plan in another way.',
  othersSeeTo: 'The professionals in the meeting need to make sure that it arrives.',
  again: 'Send again',
  againTo: (who) => `Send again to ${who}`,
  none: 'Nobody has said that they have received the plan yet.',
  earlier: 'Earlier versions',
  filing: 'We have entered the plan in our records',
  filingHint: 'Then everyone can see that you have it.',
  thanks: (who, version) =>
    `Thank you. Everyone can now see that ${who} has entered version ${version} in the records.`,
};
