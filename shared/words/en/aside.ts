import { accessibility } from './accessibility.ts';

/** What pages beside the meeting say, in English: loaded with the first of them. */
export const aside = {
  accessibility,
};
