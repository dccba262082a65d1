import type { StaffCatalogue } from '../catalogue.ts';

/** Making a meeting from a template. */
export const newMeeting: StaffCatalogue['newMeeting'] = {
  page: 'New meeting',
  title: 'New meeting',
  lead: 'Only the people you invite see the meeting. You can change it and invite people afterwards.',
  template: 'What kind of meeting?',
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  patient: 'The patient’s name',
  patientHint: 'Never write a national identity number.',
  patientHintDemo: 'Use an invented name.',
  birthYear: 'Year of birth (may be left empty)',
  birthYearHint: 'Four digits.',
  date: 'Day',
  time: 'Time',
  videoUrl: 'Link to the video (may be left empty)',
  videoUrlHint: 'For example from Join, Teams or Whereby. Begins with https://',
  helpPhone: 'Phone number of somebody who can help (may be left empty)',
  helpPhoneHint: 'Shown to those who cannot get in, and printed in the letter. A Norwegian number.',
  create: 'Make the meeting',
  missing: {
    template: 'Choose what kind of meeting it is.',
    patient: 'Write the patient’s name.',
    birthYear: 'Write the year of birth with four digits, or leave it empty.',
    startsAt: 'Choose a day and a time.',
    videoUrl: 'The link must begin with https://',
    helpPhone: 'Write a Norwegian phone number, for example 33 00 00 02, or leave it empty.',
  },
  notStaff: 'Only health and care staff can make meetings. Sign in as hospital staff, municipal staff or a GP.',
};
