import type { StaffCatalogue } from '../catalogue.ts';

/** The invitation as a letter: what stands on the paper, and the button that makes it. */
export const letter: StaffCatalogue['letter'] = {
  print: 'Print a letter',
  making: 'Making the letter …',
  language: 'Language of the letter',
  hint: 'Or give a letter in large type, with a square to scan and a code. The letter lets in whoever has it. Give it only to the person it is for.',
  title: 'You are invited to a meeting',
  from: (who) => `${who} invites you.`,
  aboutYou: 'In the meeting we talk about what matters to you. We make a plan together, and you speak first.',
  aboutOthers:
    'In the meeting everyone who takes part makes a plan together. What you know and think matters to the plan.',
  when: 'When',
  where: 'Where',
  onVideo: 'On video, on a tablet, a phone or a computer.',
  otherPlace: 'On a tablet, a phone or a computer. We will tell you where we meet.',
  stepsTitle: 'How to join',
  scan: 'Point the camera of your tablet or phone at the square. Tap the link that comes up. Or type the address.',
  typeCode: 'Type your code.',
  press: (button) => `Press “${button}”.`,
  squareAlt: (link) => `QR code. It opens the address ${link}`,
  address: 'The address',
  code: 'Your code',
  help: 'We are glad to help. Call',
  helpByHand: 'We are glad to help. Ask the person who gave you this letter.',
  keep: 'Keep this letter, and do not show it to others. You can open the link more than once. You use the code once.',
};
