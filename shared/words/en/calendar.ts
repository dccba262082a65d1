import type { Catalogue } from '../catalogue.ts';

/** How dates and times of day are written. The week begins on Monday. */
export const calendar: Catalogue['calendar'] = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  months: [
    ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
    'December',
  ],
  date: (day, month) => `${day} ${month}`,
  onWeekday: (weekday, date) => `${weekday} ${date}`,
  inYear: (date, year) => `${date} ${year}`,
  short: (day, month) => `${day}/${month}`,
  clock: (hour, minute) => `${hour}:${minute}`,
  at: (day, clock) => `${day} at ${clock}`,
};
