import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Who gets agreed versions sent to their system. The addresses that stand here are the only ones that are ever called. */
export interface Receiver {
  /** The key of its deliveries, also after its name or its address has changed. */
  id: string;
  /** What people call it. */
  name: string;
  party: 'hospital' | 'municipality' | 'gp';
  /** The organisations whose participants it stands for, as they are called in meetings. */
  organisations: readonly string[];
  /** Finds the patient's own by itself: gets the plan as well when nobody of that party was there, or said from where. */
  absentees: boolean;
  /** `mhd`: Provide Document Bundle (IHE ITI-65). `bundle`: the FHIR document as it is. */
  way: 'mhd' | 'bundle';
  /** Where it is posted. */
  url: string;
  /** Which addresses the host may have: of the internet, of a closed network as well, or of this machine (a demo). */
  network: 'public' | 'private' | 'loopback';
  /** What it is told who we are by. Never printed. */
  token: string | null;
}

/** Visible ASCII: nothing that could begin another header. */
const Token = z.string().regex(/^[\x21-\x7e]+$/, 'visible characters only, and no spaces');

const Address = z.string().superRefine((text, context) => {
  const problem = problemOf(text);
  if (problem) context.addIssue({ code: 'custom', message: problem });
});

const SetUp = z
  .strictObject(
    {
      id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens'),
      name: z.string().trim().min(1).max(200),
      party: z.enum(['hospital', 'municipality', 'gp']),
      organisations: z.array(z.string().trim().min(1).max(200)).min(1).max(100),
      absentees: z.boolean().default(false),
      way: z.enum(['mhd', 'bundle']),
      url: Address,
      network: z.enum(['public', 'private']).default('public'),
      token: Token.optional(),
      tokenFile: z.string().min(1).optional(),
    },
    { error: ({ code }) => (code === 'unrecognized_keys' ? 'has a member that is not known here' : undefined) },
  )
  .transform(({ token, tokenFile, ...rest }, context): Receiver => {
    if (token !== undefined && tokenFile !== undefined)
      context.addIssue({ code: 'custom', path: ['tokenFile'], message: 'give token or tokenFile, not both' });
    const network = isThisMachine(rest.url) ? 'loopback' : rest.network;
    return { ...rest, network, token: token ?? (tokenFile === undefined ? null : tokenIn(tokenFile, context)) };
  });

const Receivers = z
  .array(SetUp)
  .max(500)
  .superRefine((receivers, context) => {
    receivers.forEach(({ id }, index) => {
      if (receivers.findIndex((other) => other.id === id) < index)
        context.addIssue({ code: 'custom', path: [index, 'id'], message: 'stands there twice' });
    });
  });

/** A list of receivers as JSON. What is wrong with it is said by path, and never repeated. */
export const ReceiversText = z
  .string()
  .transform((text, context) => jsonIn(text, context))
  .pipe(Receivers);

/** The path of a file with such a list. */
export const ReceiversFile = z
  .string()
  .transform((path, context) => {
    const text = textIn(path, context);
    return text === null ? z.NEVER : jsonIn(text, context);
  })
  .pipe(Receivers);

interface Told {
  addIssue(issue: { code: 'custom'; message: string; path?: string[] }): void;
}

function jsonIn(text: string, context: Told): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
}

function textIn(path: string, context: Told, member?: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    context.addIssue({ code: 'custom', message: 'cannot be read', ...(member ? { path: [member] } : {}) });
    return null;
  }
}

function tokenIn(path: string, context: Told): string | null {
  const text = textIn(path, context, 'tokenFile')?.trim() ?? null;
  if (text !== null && !Token.safeParse(text).success)
    context.addIssue({ code: 'custom', path: ['tokenFile'], message: 'what stands in it is no token' });
  return text;
}

function problemOf(text: string): string | null {
  if (!URL.canParse(text)) return 'is no address';
  const { protocol, username, password, hash } = new URL(text);
  if (username || password) return 'has a name or a password in it; use token';
  if (hash) return 'has a # in it';
  if (protocol === 'https:' || (protocol === 'http:' && isThisMachine(text))) return null;
  return 'https only, but on this machine';
}

/** What WHATWG makes of the host: `0x7f.1` is `127.0.0.1` here. */
function isThisMachine(url: string): boolean {
  if (!URL.canParse(url)) return false;
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
}
