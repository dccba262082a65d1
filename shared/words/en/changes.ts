import type { AsideCatalogue } from '../catalogue.ts';

/** What the plan says otherwise than before, in plain words. */
export const changes: AsideCatalogue['changes'] = {
  kind: { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved' },
  before: 'Before:',
  after: 'Now:',
  added: 'Added:',
  removed: 'Removed:',
  by: (names) => `By ${names}`,
  person: (name, what) => `${name} (${what})`,
  onlySpaces: 'Only spaces or line breaks have changed.',
  same: 'There is no difference.',
  noTitle: 'No name',
  patient: {
    title: 'This has changed',
    you: 'you',
    has: (who, where) => `${who} changed: ${where}`,
    someone: (where) => `Changed: ${where}`,
    fromTo: (before, after) => `“${before}” is now “${after}”`,
    of: (label, words) => `${label}: ${words}`,
    in: (title, words) => `${title} – ${words}`,
    added: (words) => `new: “${words}”`,
    removed: (words) => `removed: “${words}”`,
    moved: (words) => `moved: “${words}”`,
    more: (count) =>
      count === 1 ? 'And one more thing. It is in the plan.' : `And ${count} more things. They are in the plan.`,
    own: 'This I want to do myself',
    ownHint: 'Tick what you want to do. You can leave it open.',
  },
};
