import * as z from 'zod/mini';
import { EMERGENCY, OUT_OF_HOURS, wholePhone } from './plan/phones.ts';

/** For those whose life or house is in danger, and nobody else. */
const NOT_FOR_THIS: readonly string[] = ['110', '112', EMERGENCY, OUT_OF_HOURS];

/** A Norwegian telephone number of somebody who helps people in, kept as one reads it: `33 00 00 02`. */
export const HelpPhone = z.pipe(
  z.string().check(
    z.maxLength(30),
    z.refine(
      (words) => {
        const phone = wholePhone(words);
        return phone !== null && !NOT_FOR_THIS.includes(phone.dial);
      },
      { error: 'A Norwegian telephone number.' },
    ),
  ),
  z.transform((words) => wholePhone(words)?.number ?? words),
);
