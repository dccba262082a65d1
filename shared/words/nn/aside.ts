import { accessibility } from './accessibility.ts';

/** What pages beside the meeting say, in nynorsk: loaded with the first of them. */
export const aside = {
  accessibility,
};
