/** How dates and times of day are written. The week begins on Monday. */
export const calendar = {
  weekdays: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as readonly string[],
  months: [
    ...['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november'],
    'desember',
  ] as readonly string[],
  /** `26. november` */
  date: (day: string, month: string) => `${day}. ${month}`,
  /** `torsdag 26. november` */
  onWeekday: (weekday: string, date: string) => `${weekday} ${date}`,
  /** `26. november 2026` */
  inYear: (date: string, year: string) => `${date} ${year}`,
  /** `26.11.` */
  short: (day: string, month: string) => `${day}.${month}.`,
  /** `11.00` */
  clock: (hour: string, minute: string) => `${hour}.${minute}`,
  /** `torsdag 26. november kl. 11.00` */
  at: (day: string, clock: string) => `${day} kl. ${clock}`,
};
