import * as z from 'zod/mini';
import { ExportFormat } from '#shared/api.ts';
import { Hash } from '#shared/ids.ts';

/** The fingerprint of a file that somebody holds, and those of plans that it says it has. The file itself stays with them. */
export const Verifying = z.strictObject({ file: Hash, plans: z.array(Hash).check(z.maxLength(40)) });
export type Verifying = z.infer<typeof Verifying>;

const About = { version: z.int(), agreedAt: z.int() };

/**
 * What is known of the file, without a word of its content: it is as it left us (`unchanged`), it says that it is one of
 * ours and is not as it left us (`changed`), or it is none of ours (`unknown`). `newest`: there is no later version; null
 * where the meeting is deleted and nobody knows.
 */
export const Verified = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unchanged'), ...About, format: ExportFormat, newest: z.nullable(z.boolean()) }),
  z.strictObject({ kind: z.literal('changed'), ...About, newest: z.nullable(z.boolean()) }),
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type Verified = z.infer<typeof Verified>;
