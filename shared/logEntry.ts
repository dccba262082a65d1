import * as z from 'zod/mini';
import { ParticipantId } from '#shared/ids.ts';
import { Role } from '#shared/roles.ts';

/** One line of the access log, as those who may read it get it. */
export const LogEntry = z.strictObject({
  seq: z.int(),
  /** ms since 1970. */
  at: z.int(),
  participant: z.nullable(ParticipantId),
  name: z.string(),
  role: z.nullable(Role),
  organisation: z.nullable(z.string()),
  action: z.string(),
  about: z.nullable(z.string()),
  outcome: z.enum(['done', 'refused']),
  /** For what purpose, where the action does not say. */
  why: z._default(z.nullable(z.string()), null),
});
export type LogEntry = z.infer<typeof LogEntry>;
