import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { faultsOf } from './fhir/validator.ts';

/** What a request to the journal was. */
export interface Call {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** How the journal behaves to one call. Without one it does as it should. */
export type Mood =
  | { answers: number; headers?: Record<string, string>; body?: string }
  /** Says nothing at all, ever. */
  | 'silent'
  /** Hangs up in the middle of its answer. */
  | 'cut'
  /** Files what came, and hangs up before it says so. */
  | 'lost'
  /** Files what came, and answers when the test says so. */
  | { held: Promise<void> };

/** A journal system of another house, with a FHIR endpoint of each kind; it takes only what is right. */
export interface Journal {
  /** Takes Provide Document Bundle (ITI-65). */
  mhd: string;
  /** Takes a document Bundle. */
  bundle: string;
  port: number;
  calls: Call[];
  /** What is filed, by identifier: each document is there once. */
  documents: Map<string, string>;
  /** Why it did not take something. */
  faults: string[];
  /** How the next calls are met, one after another. */
  next(...moods: Mood[]): void;
  close(): Promise<void>;
}

/** Opens a journal on a free port of this machine, or on `port`; it closes with the test. */
export async function openJournal(port = 0): Promise<Journal> {
  const moods: Mood[] = [];
  const calls: Call[] = [];
  const shelf = createShelf();
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      calls.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
      await meet(moods.shift(), { shelf, call: calls.at(-1)!, response });
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => void server.close(() => resolve()));
  };
  onTestFinished(close);
  const own = (server.address() as AddressInfo).port;
  return {
    ...{ mhd: `http://127.0.0.1:${own}/fhir`, bundle: `http://127.0.0.1:${own}/fhir/Bundle`, port: own },
    ...{ calls, documents: shelf.documents, faults: shelf.faults, close },
    next: (...more) => void moods.push(...more),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

interface Meeting {
  shelf: Shelf;
  call: Call;
  response: ServerResponse;
}

async function meet(mood: Mood | undefined, { shelf, call, response }: Meeting): Promise<void> {
  if (mood === 'silent') return;
  if (mood === 'cut') {
    response.writeHead(201, { 'Content-Type': 'application/fhir+json', 'Content-Length': '500' });
    response.write('{"resourceType":"Bundle","type":"transaction-resp', () => response.destroy());
    return;
  }
  if (typeof mood === 'object' && 'answers' in mood) {
    response.writeHead(mood.answers, { 'Content-Type': 'application/fhir+json', ...mood.headers }).end(mood.body ?? '');
    return;
  }
  const { status, body } = shelf.take(call);
  if (mood === 'lost') return void response.destroy();
  if (mood) await mood.held;
  response.writeHead(status, { 'Content-Type': 'application/fhir+json' }).end(JSON.stringify(body));
}

type Shelf = ReturnType<typeof createShelf>;

function createShelf() {
  const documents = new Map<string, string>();
  const faults: string[] = [];
  const take = (call: Call) => {
    const wrong = faultsIn(call);
    faults.push(...wrong);
    if (wrong.length) return { status: 422, body: outcome('error', 'invalid', wrong.join('; ')) };
    const { identifier, text, entries } = documentIn(call);
    const isNew = !documents.has(identifier);
    if (isNew) documents.set(identifier, text);
    if (entries === null) return { status: isNew ? 201 : 200, body: JSON.parse(text) as unknown };
    const response = { status: isNew ? '201 Created' : '200 OK', location: 'Binary/1' };
    const answer = { resourceType: 'Bundle', type: 'transaction-response', entry: entries.map(() => ({ response })) };
    return { status: 200, body: answer };
  };
  return { documents, faults, take };
}

export const outcome = (severity: string, code: string, diagnostics = '') => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, diagnostics }],
});

const URN = z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const MHD = 'https://profiles.ihe.net/ITI/MHD/StructureDefinition/IHE.MHD.Minimal';
const profiled = (name: string) => z.looseObject({ profile: z.tuple([z.literal(`${MHD}.${name}`)]) });
const posted = <T extends z.ZodType>(resource: T, url: string) =>
  z.strictObject({
    ...{ fullUrl: URN, resource },
    request: z.strictObject({ method: z.literal('POST'), url: z.literal(url), ifNoneExist: z.string().optional() }),
  });

/** What IHE MHD 4.2 asks of a Provide Document Bundle with minimal metadata. */
const ProvideBundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  meta: profiled('ProvideBundle'),
  type: z.literal('transaction'),
  entry: z.tuple([
    posted(
      z.looseObject({
        resourceType: z.literal('List'),
        meta: profiled('SubmissionSet'),
        extension: z.array(z.looseObject({ url: z.string(), valueIdentifier: z.unknown().optional() })),
        identifier: z.tuple([
          z.strictObject({
            ...{ use: z.literal('usual'), system: z.literal('urn:ietf:rfc:3986') },
            value: z.string().regex(/^urn:oid:[0-2](\.(0|[1-9]\d*))+$/),
          }),
          z.strictObject({ use: z.literal('official'), system: z.literal('urn:ietf:rfc:3986'), value: URN }),
        ]),
        ...{ status: z.literal('current'), mode: z.literal('working'), date: z.iso.datetime() },
        code: z.strictObject({
          coding: z.tuple([
            z.strictObject({
              system: z.literal('https://profiles.ihe.net/ITI/MHD/CodeSystem/MHDlistTypes'),
              code: z.literal('submissionset'),
            }),
          ]),
        }),
        entry: z.tuple([z.strictObject({ item: z.strictObject({ reference: URN }) })]),
      }),
      'List',
    ),
    posted(
      z.looseObject({
        resourceType: z.literal('DocumentReference'),
        meta: profiled('DocumentReference'),
        masterIdentifier: z.strictObject({ system: z.literal('urn:ietf:rfc:3986'), value: URN }),
        status: z.literal('current'),
        docStatus: z.undefined().optional(),
        type: z.looseObject({ coding: z.array(z.looseObject({ system: z.string(), code: z.string() })) }),
        content: z.tuple([
          z.looseObject({
            attachment: z.strictObject({
              ...{ contentType: z.literal('application/fhir+json'), language: z.string(), url: URN },
              ...{ title: z.string(), creation: z.iso.datetime(), size: z.int(), hash: z.base64() },
            }),
          }),
        ]),
      }),
      'DocumentReference',
    ),
    posted(
      z.strictObject({
        ...{ resourceType: z.literal('Binary'), contentType: z.literal('application/fhir+json'), data: z.base64() },
      }),
      'Binary',
    ),
  ]),
});

/** What one must have against a call, sentence by sentence. */
function faultsIn({ method, path, headers, body }: Call): string[] {
  const wrong = [
    ...(method === 'POST' ? [] : ['is no POST']),
    ...(headers['content-type'] === 'application/fhir+json' ? [] : ['is no FHIR']),
    ...(headers['idempotency-key'] ? [] : ['has no key of its own']),
  ];
  if (path === '/fhir/Bundle')
    return [
      ...wrong,
      ...(headers['if-none-exist'] ? [] : ['does not say what may not be there']),
      ...faultsOf(JSON.parse(body)),
    ];
  const parsed = ProvideBundle.safeParse(JSON.parse(body));
  if (!parsed.success) return [...wrong, z.prettifyError(parsed.error)];
  const [set, reference, binary] = parsed.data.entry;
  const bytes = Buffer.from(binary.resource.data, 'base64');
  const { hash, size, url } = reference.resource.content[0].attachment;
  const is9602 = reference.resource.type.coding.some(
    ({ system, code }) => system.endsWith('.9602') && code === 'B01-2',
  );
  const isNamed = [set, reference].every(({ request }) =>
    request.ifNoneExist?.startsWith('identifier=urn:ietf:rfc:3986|'),
  );
  const hasSource = set.resource.extension.some(
    (one) => one.url.endsWith('/ihe-sourceId') && one.valueIdentifier !== undefined,
  );
  return [
    ...wrong,
    ...(hash === createHash('sha1').update(bytes).digest('base64') ? [] : ['the hash is of something else']),
    ...(size === bytes.length ? [] : ['the size is of something else']),
    ...(url === binary.fullUrl ? [] : ['the reference leads elsewhere']),
    ...(set.resource.entry[0].item.reference === reference.fullUrl ? [] : ['the set holds something else']),
    ...(is9602 ? [] : ['is no B01-2']),
    ...(isNamed ? [] : ['would make a second one']),
    ...(hasSource ? [] : ['says not whose it is']),
    ...faultsOf(JSON.parse(bytes.toString('utf8'))),
  ];
}

/** The document of a call that is right. */
function documentIn({ path, body }: Call): { identifier: string; text: string; entries: unknown[] | null } {
  if (path === '/fhir/Bundle') return { identifier: identifierIn(body), text: body, entries: null };
  const { entry } = ProvideBundle.parse(JSON.parse(body));
  const text = Buffer.from(entry[2].resource.data, 'base64').toString('utf8');
  return { identifier: entry[1].resource.masterIdentifier.value, text, entries: entry };
}

const identifierIn = (document: string) =>
  z.looseObject({ identifier: z.looseObject({ value: z.string() }) }).parse(JSON.parse(document)).identifier.value;
