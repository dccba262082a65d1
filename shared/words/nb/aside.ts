import { accessibility } from './accessibility.ts';

/** What pages beside the meeting say, in bokmål: loaded with the first of them. */
export const aside = {
  accessibility,
};
