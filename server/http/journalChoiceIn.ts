import { z } from 'zod';
import type { ExportFormat } from '#shared/api.ts';
import { AppError } from '#shared/errors.ts';
import { firstChoiceFor, journalChoice, JournalPart, JournalReceiver, type JournalChoice } from '#shared/journal.ts';

/**
 * For whom a text is made, and which headings it has: `for=gp&parts=plan,followup`; without `parts`, those that are
 * chosen at first. Null without `for`: then it is the whole plan.
 *
 * @throws AppError `bad-input` for an unknown receiver or heading, and for anything but text.
 */
export function journalChoiceIn(query: Record<string, unknown>, format: ExportFormat): JournalChoice | null {
  const { for: wanted, parts } = query;
  if (wanted === undefined && parts === undefined) return null;
  if (format !== 'text') throw new AppError('bad-input', 'Only the text is made for a receiver.');
  const receiver = JournalReceiver.safeParse(wanted);
  if (!receiver.success) throw new AppError('bad-input', `for is one of ${JournalReceiver.options.join(', ')}.`);
  if (parts === undefined) return journalChoice(receiver.data, firstChoiceFor(receiver.data));
  const chosen = z
    .array(JournalPart)
    .min(1)
    .safeParse(typeof parts === 'string' ? parts.split(',') : parts);
  if (!chosen.success) throw new AppError('bad-input', `parts are some of ${JournalPart.options.join(', ')}.`);
  return journalChoice(receiver.data, chosen.data);
}
