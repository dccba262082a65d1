/** A name as people compare it when they read: case and spaces aside. */
export const plainly = (words: string): string =>
  words.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('nb');
