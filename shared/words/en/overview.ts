import type { StaffCatalogue } from '../catalogue.ts';

/** Somebody's own discharges at a glance. */
export const overview: StaffCatalogue['overview'] = {
  title: 'My discharges',
  lead: 'Only meetings that you take part in yourself. What has been agreed does not change by what you do here.',
  notStaff: 'The overview is for health and care staff who are signed in.',
  coming: 'Coming up',
  comingNone:
    'No meetings or discharges ahead. Make a new meeting from the front page when the next discharge is getting near.',
  now: 'Going on now',
  meeting: (patient) => `Meeting about ${patient}`,
  departure: (patient) => `${patient} goes home`,
  missing: 'Missing',
  missingNone: 'Nothing is missing from you.',
  missingIn: (patient) => `The plan for ${patient}`,
  meetingIs: (when) => `The meeting is on ${when}`,
  missingCount: (mine, all) =>
    `${mine === 1 ? '1 thing' : `${mine} things`} you can fill in${all > mine ? `, of ${all} that are missing` : ''}`,
  promised: 'What we have promised',
  promisedNone:
    'Nobody has promised anything yet. When a plan has actions and appointments with a name and a date, they are shown here.',
};
