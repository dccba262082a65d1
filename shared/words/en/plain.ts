import type { Catalogue } from '../catalogue.ts';

/** Words of the trade, and what they mean. */
export const plain: Catalogue['plain'] = {
  link: 'Words and explanations',
  title: 'Words and explanations',
  intro:
    'Here are words that professionals use, and what they mean. In the plan you can press a word with dots under it.',
  search: 'Search for a word',
  found: (count) => (count === 1 ? '1 word' : `${count} words`),
  none: 'We have no explanation of that word. Ask in the meeting.',
};
