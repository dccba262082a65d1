import { accessibility } from './accessibility.ts';
import { feedback } from './feedback.ts';
import { homeCopy } from './homeCopy.ts';
import { insight } from './insight.ts';

/** What pages beside the meeting say, in nynorsk: loaded with the first of them. */
export const aside = {
  accessibility,
  feedback,
  homeCopy,
  insight,
};
