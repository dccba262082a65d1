import type { Catalogue } from '../catalogue.ts';

/** “4 out of 10”, as it is read and heard. */
const outOfTen = (score: string | number) => `${score} out of 10`;
const goalsOf = (count: number) => (count === 0 ? 'no goals' : count === 1 ? '1 goal' : `${count} goals`);

/** The patient's own conversation before the meeting: what matters, one question at a time. */
export const conversation: Catalogue['conversation'] = {
  title: 'What matters to you?',
  card: {
    title: 'Prepare – at your own pace',
    text: 'You can think about what matters to you, and what you want to ask. You can also wait and tell us in the meeting.',
    titleForKin: (patient) => `Help ${patient} to prepare`,
    textForKin: 'The questions are about what matters. You can answer together.',
    none: 'You have not started.',
    some: (answered, count, goals) =>
      `You have answered ${answered} of ${count} questions, and have ${goalsOf(goals)}.`,
    finished: 'You have finished. You can change what you wrote.',
    noneForKin: 'Nobody has started.',
    someForKin: (answered, count, goals) =>
      `${answered} of ${count} questions have an answer, and there ${goals === 1 ? 'is' : 'are'} ${goalsOf(goals)}.`,
    finishedForKin: 'Everything has an answer. It can be changed.',
    begin: 'Start',
    goOn: 'Go on',
    look: 'See what has been written',
  },
  topic: (number, count) => `Part ${number} of ${count}`,
  topicGoal: (place, number, count) => `${place} – goal ${number} of ${count}`,
  next: 'Next',
  back: 'Previous',
  skip: 'Skip',
  later: 'Go on another time',
  toMeeting: 'Go to the meeting',
  begun: 'The meeting has started. You can finish writing first.',
  withoutPictures: 'Without pictures',
  speak: 'You can press the microphone on the keyboard and speak.',
  welcome: {
    text: [
      'Here you can think it through before the meeting, one question at a time. It takes about ten minutes.',
      'You can skip anything you do not want to answer. You can stop when you like, and go on another day.',
      'The others in the meeting can read what you write. You can change it whenever you like.',
    ],
    begin: 'Start',
    look: 'See what has been written',
  },
  starters: 'You can start like this',
  themes: {
    people: {
      title: 'People',
      question: 'Who matters to you?',
      help: 'Family, friends, neighbours – or somebody you miss.',
      starters: ['I spend most time with', 'I miss', 'I would like to see'],
    },
    doing: {
      title: 'What you do',
      question: 'What do you want to be able to do in everyday life?',
      help: 'Big things or small ones. Think of what you did before.',
      starters: ['I want to manage to', 'I used to', 'At home I like to'],
    },
    health: {
      title: 'Your health',
      question: 'What troubles you most now?',
      help: 'Tell us also what helps.',
      starters: ['The worst thing is', 'It helps when', 'I am afraid of'],
    },
    joy: {
      title: 'Joy',
      question: 'What makes your day a good one?',
      help: 'What you look forward to, or what gives you peace.',
      starters: ['I look forward to', 'A good day is when', 'I like'],
    },
  },
  story: {
    question: 'What matters most of all to you now?',
    help: 'Everyone in the meeting reads this first. A few sentences are enough.',
    lean: 'This was written before',
    take: 'Include this',
    taken: 'Included',
  },
  goals: {
    question: 'What do you want to manage?',
    help: 'Write one goal at a time, in your own words. Three to five goals are about right. One is fine too.',
    offers: 'You can start from what you wrote',
    make: 'Make this a goal',
    enough: 'You have five goals. That is enough.',
    numbered: (number) => `Goal ${number}`,
    remove: 'Remove',
    removeNamed: (name) => `Remove “${name}”`,
    removeTitle: 'Do you want to remove this goal?',
    removeYes: 'Yes, remove it',
    keep: 'Keep it',
  },
  score: {
    question: 'How does it go now?',
    help: 'Choose a number from 0 to 10.',
    option: (score) => outOfTen(score),
    low: 'Cannot do it',
    middle: 'In between',
    high: 'As before',
    chosen: (score) => `You have chosen ${outOfTen(score)}.`,
    notChosen: 'You have not chosen a number.',
    decline: 'I do not know, or do not want to answer',
    declined: 'You have chosen not to answer. That is quite all right.',
    reason: 'Does not know, or does not want to answer',
  },
  questions: {
    question: 'What do you want to ask in the meeting?',
    help: 'Write one question at a time. No question is too small.',
    numbered: (number) => `Question ${number}`,
    removeTitle: 'Do you want to remove this question?',
  },
  done: {
    title: 'Thank you. This has been written',
    text: 'You can come back whenever you like, right up to the meeting.',
    nothing: 'Nothing written here. That is quite all right.',
    change: 'Change',
    write: 'Write',
    scored: (goal, score) => `${goal} (${outOfTen(score)})`,
    leave: 'Finished for now',
  },
  fromHome: 'What you wrote at home',
};
