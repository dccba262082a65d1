import type { StaffCatalogue } from '../catalogue.ts';

/** Who has said what of which part, what they take on, and what is added to a version afterwards. */
export const signing: StaffCatalogue['signing'] = {
  rest: {
    agree: 'Then you have answered only for the parts that you tick.',
    reserve: 'Then you agree to the rest of the plan.',
    object: 'Then you agree to the rest of the plan.',
  },
  about: 'Is the answer about only some parts of the plan?',
  takeOn: { one: 'This I take on', many: 'This we take on' },
  takeOnHint: 'Tick what you promise in your name. What you do not tick stays open.',
  hadTaken: 'You had taken this on before it changed.',
  owner: (owner) => `Responsible: ${owner}`,
  due: (date) => `Due: ${date}`,

  yoursIn: (said, parts) => `You have answered: ${said} – ${parts}`,
  yoursRest: (said) => `The rest of the plan: ${said}`,
  yoursOpen: (count) =>
    count === 1 ? 'You have not answered for 1 part.' : `You have not answered for ${count} parts.`,

  since: 'Changed since you answered',
  sinceText: 'What you have said about the rest of the plan still stands.',
  sinceSaid: (said, part) => `You answered “${said}” about ${part}.`,
  renew: 'I agree to the changes',
  otherwise: 'Give another answer',
  notOtherwise: 'Cancel',
  changesFailed: 'We cannot get the changes.',

  parts: 'Part by part',
  partsAll: 'Who has said what about each part, with the fingerprint of the part.',
  counts: {
    agree: (count) => (count === 1 ? '1 agrees' : `${count} agree`),
    reserve: (count) => (count === 1 ? '1 reservation' : `${count} reservations`),
    object: (count) => (count === 1 ? '1 does not agree' : `${count} do not agree`),
  },
  lapsedCount: (count) => `${count} changed afterwards`,
  partsLapsed: (count) => (count === 1 ? '1 part changed afterwards' : `${count} parts changed afterwards`),
  partsDoubted: (count) => (count === 1 ? 'Not all agree to 1 part' : `Not all agree to ${count} parts`),
  nobody: 'Nobody has answered for this part yet.',
  emptyParts: 'Parts in which nothing is written are left out here.',
  fingerprint: 'Fingerprint',
  changedAfter: 'changed afterwards',
  changedIn: (parts) => `Changed afterwards: ${parts}`,
  theRest: 'the rest of the plan',
  manyParts: (count) => `${count} parts`,
  reason: (words) => `“${words}”`,

  promises: 'Who takes on what',
  promisesTaken: (taken, count) =>
    count === 1 ? `${taken} of 1 task is taken on` : `${taken} of ${count} tasks are taken on`,
  promisesNone: 'There are no tasks in the plan.',
  takenBy: (names) => `Taken on by ${names}`,
  notTaken: 'Not taken on yet',

  draft: (number) => `Version ${number} is being written. The agreed versions stand as they are.`,
  compare: 'Compare',
  compareWith: 'Compare with',
  compareNone: 'Choose',
  now: 'the plan now',
  versionNumber: (number) => `version ${number}`,
  difference: (from, to) => `From ${from} to ${to}`,

  addenda: 'Addenda',
  addendumBy: (who, when) => `${who}, ${when}`,
  add: 'Add an addendum',
  addLabel: 'What do you want to add?',
  addHint: 'The version is not changed. The addendum stands below it, with your name, and cannot be taken away.',
  addSend: 'Add',
  addMissing: 'Write what you want to add.',
};
