import * as z from 'zod/mini';

/** How somebody found a meeting: one of three faces, and a sentence. Nobody gets to know whose. */
export const Face = z.enum(['good', 'fair', 'bad']);
export type Face = z.infer<typeof Face>;
/** From the happiest on. */
export const FACES = Face.options;

/** Characters of the one sentence. */
export const MOST_WORDS = 280;

/** A month with fewer answers than this is not shown: one could guess whose they are. */
export const FEWEST_ANSWERS = 5;

/** The sentence stands on one line, and nothing in it turns the text around it. */
const Sentence = z
  .string()
  .check(z.trim(), z.maxLength(MOST_WORDS), z.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u));

export const NewFeedback = z.strictObject({ face: Face, words: z._default(Sentence, '') });
export type NewFeedback = z.input<typeof NewFeedback>;

/** Whether the one who asks has said how the meeting was. */
export const FeedbackGiven = z.strictObject({ given: z.boolean() });
export type FeedbackGiven = z.infer<typeof FeedbackGiven>;

/** What was said in one month of the meetings that an organisation led, in no order. */
export const FeedbackMonth = z.strictObject({
  /** `YYYY-MM` */
  month: z.string(),
  faces: z.strictObject({ good: z.int(), fair: z.int(), bad: z.int() }),
  words: z.array(z.string()),
});
export type FeedbackMonth = z.infer<typeof FeedbackMonth>;

/** The newest month first; those with too few answers are not there. */
export const FeedbackView = z.strictObject({ months: z.array(FeedbackMonth) });
export type FeedbackView = z.infer<typeof FeedbackView>;
