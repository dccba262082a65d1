/** Words of the plan's forms: fields, rows, saving. Headings and labels of the plan itself stand in its registry. */
export const plan = {
  saved: 'Lagret',
};
