import type { Catalogue } from '../catalogue.ts';

/** How dates and times of day are written. The week begins on Monday. */
export const calendar: Catalogue['calendar'] = {
  weekdays: ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'søndag'],
  months: [
    ...['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november'],
    'desember',
  ],
  date: (day, month) => `${day}. ${month}`,
  onWeekday: (weekday, date) => `${weekday} ${date}`,
  inYear: (date, year) => `${date} ${year}`,
  short: (day, month) => `${day}.${month}.`,
  clock: (hour, minute) => `${hour}.${minute}`,
  at: (day, clock) => `${day} kl. ${clock}`,
};
