import type { AsideCatalogue } from '../catalogue.ts';

/** Checking a file: whether it is as it was made, and which version of a plan it is. */
export const verify: AsideCatalogue['verify'] = {
  lead: 'Have you been given a plan as a file? Here you can see whether it is as it was made, and which version it is.',
  stays: 'The file does not leave your device. Only fingerprints are sent here, and nothing of its content is shown.',
  choose: 'Choose files',
  drop: 'Or drag them here. PDF, text, FHIR or data, as they were downloaded.',
  notSecure:
    'This page was opened without encryption (https). The browser cannot make fingerprints then, so files cannot be checked here.',
  answers: 'Answers',
  checking: (file) => `Checking ${file} …`,
  unchanged: 'The file is unchanged',
  is: (version, when) =>
    `This is version ${version} of the plan, agreed on ${when}. The file is exactly as it was made.`,
  format: {
    pdf: 'PDF for the records',
    text: 'Text for the records',
    fhir: 'FHIR document',
    json: 'Data (JSON)',
    patient: 'The patient’s copy',
  },
  changed: 'The file has been changed',
  says: (version, when) =>
    `The file says that it is version ${version}, agreed on ${when}, but it was changed after it was made. Ask whoever gave it to you for a new one.`,
  resaved: 'It may be enough that another program has saved it again.',
  newest: 'There is no newer version.',
  older: 'There is a newer version of the plan.',
  nobodyKnows: 'The meeting has been deleted here, so we do not know whether a newer version was made.',
  unknown: 'We do not know this file',
  unknownWhy:
    'It was not made here, or it was scanned or saved again by another program. We cannot say anything about it.',
  tooLarge: 'The file is too large to be a plan from here.',
  unreadable: 'The browser could not read the file. Choose it once more.',
  failed: 'The file was not checked',
};
