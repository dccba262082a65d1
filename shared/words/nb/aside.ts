import { accessibility } from './accessibility.ts';
import { changes } from './changes.ts';
import { consent } from './consent.ts';
import { ending } from './ending.ts';
import { feedback } from './feedback.ts';
import { homeCopy } from './homeCopy.ts';
import { insight } from './insight.ts';
import { minutes } from './minutes.ts';
import { tasks } from './tasks.ts';
import { verify } from './verify.ts';

/** What pages beside the meeting say, in bokmål: loaded with the first of them. */
export const aside = {
  accessibility,
  changes,
  consent,
  ending,
  feedback,
  homeCopy,
  insight,
  minutes,
  tasks,
  verify,
};
