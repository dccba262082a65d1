import { z } from 'zod';
import type { DeliveryProblem } from '#shared/delivery.ts';
import type { Answer } from './wire.ts';

/** What became of one try: they have it, it may go another time (not before `askedMs` have gone by), or it never will. */
export type Outcome =
  | { kind: 'received' }
  | { kind: 'later'; problem: DeliveryProblem; askedMs: number | null }
  | { kind: 'never'; problem: DeliveryProblem };

const OperationOutcome = z.looseObject({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(z.looseObject({ severity: z.string(), code: z.string() })).min(1),
});

const Bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.string(),
  identifier: z.looseObject({ value: z.string().optional() }).optional(),
  entry: z.array(z.looseObject({ response: z.looseObject({ status: z.string() }).optional() })).default([]),
});

/** What was sent: the document's identifier, and how many entries a transaction has; null where it is the document itself. */
export interface Sent {
  identifier: string;
  entries: number | null;
}

/** Reads a receipt strictly: whatever does not say that they have it is none. `now`: ms since 1970. */
export function judge(answer: Answer, sent: Sent, now: number): Outcome {
  const { status } = answer;
  if (status === 200 || status === 201)
    return isReceipt(answer, sent) ? { kind: 'received' } : { kind: 'never', problem: 'wrong-answer' };
  if (status === 408 || status === 429 || status >= 500) {
    const problem = status === 408 || status === 504 ? 'too-slow' : 'unreachable';
    return { kind: 'later', problem, askedMs: askedBy(answer.headers['retry-after'], now) };
  }
  // What they have already, they need not have twice.
  if (status === 409 && isDuplicate(answer)) return { kind: 'received' };
  return { kind: 'never', problem: status >= 400 ? 'refused' : 'wrong-answer' };
}

function isReceipt({ status, headers, body }: Answer, { identifier, entries }: Sent): boolean {
  // FHIR: who creates one resource may answer with its address alone.
  if (body?.length === 0) return entries === null && status === 201 && headers.location !== undefined;
  const said = jsonIn(body);
  const outcome = OperationOutcome.safeParse(said);
  if (outcome.success) return errorsIn(outcome.data).length === 0;
  const bundle = Bundle.safeParse(said).data;
  if (!bundle) return false;
  const isEachTaken = bundle.entry.every(({ response }) => response === undefined || /^2\d\d\b/.test(response.status));
  if (!isEachTaken) return false;
  if (entries === null) return bundle.identifier?.value === undefined || bundle.identifier.value === identifier;
  return bundle.type === 'transaction-response' && bundle.entry.filter(({ response }) => response).length >= entries;
}

function isDuplicate({ body }: Answer): boolean {
  const outcome = OperationOutcome.safeParse(jsonIn(body)).data;
  const errors = outcome ? errorsIn(outcome) : [];
  return errors.length > 0 && errors.every(({ code }) => code === 'duplicate');
}

function errorsIn({ issue }: z.infer<typeof OperationOutcome>) {
  return issue.filter(({ severity }) => severity !== 'information' && severity !== 'warning');
}

function jsonIn(body: Buffer | null): unknown {
  try {
    return body && JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** Seconds, or a date (RFC 9110); null where nothing that can be read was asked. */
function askedBy(retryAfter: string | undefined, now: number): number | null {
  if (retryAfter === undefined) return null;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
