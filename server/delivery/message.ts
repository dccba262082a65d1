import type { Sent } from './answer.ts';
import type { Receiver } from './receiver.ts';
import { submissionOf, uuidOf, type FhirDocument, type Submitted } from './submission.ts';
import type { Message } from './wire.ts';

const TYPE = 'application/fhir+json';

/**
 * The message with a version in it, as the receiver wants it. Whatever could make a second document of a second try says
 * the same each time: the identifiers, what not to create when it is there, the key of the request.
 */
export function messageFor(
  receiver: Receiver,
  what: Omit<Submitted, 'name'> & { delivery: string },
): Message & { sent: Sent } {
  const { delivery, document } = what;
  const identifier = (JSON.parse(document) as FhirDocument).identifier.value;
  // Words that were added since the last try make another document: it needs a name of its own.
  const name = uuidOf('delivery', delivery, identifier);
  const headers = { 'Content-Type': TYPE, Accept: TYPE, 'Accept-Encoding': 'identity', 'Idempotency-Key': name };
  if (receiver.way === 'bundle') {
    const ifNoneExist = { 'If-None-Exist': `identifier=urn:ietf:rfc:3986|${identifier}` };
    return {
      body: Buffer.from(document),
      headers: { ...headers, ...ifNoneExist },
      sent: { identifier, entries: null },
    };
  }
  const submission = submissionOf({ ...what, name });
  const entries = submission.entry?.length ?? 0;
  return { body: Buffer.from(JSON.stringify(submission)), headers, sent: { identifier, entries } };
}
