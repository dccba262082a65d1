import { z } from 'zod';
import { ReceiversFile, ReceiversText, type Receiver } from '#server/delivery/receiver.ts';
import type { MailServer } from '#server/mail/mail.ts';

/** Empty means not set, as shells and compose files have it. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const Environment = z
  .object({
    NODE_ENV: optional(z.string()),
    PORT: z.preprocess(
      (value) => (value === '' || value === undefined ? 3000 : value),
      z.coerce.number().int().min(0).max(65535),
    ),
    HOST: optional(z.string().min(1)),
    PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
    DATA_DIR: optional(z.string().min(1)),
    SESSION_SECRET: optional(z.string().min(32, 'at least 32 characters')),
    DATABASE_URL: optional(z.never('PostgreSQL is not built yet; leave it out to use the embedded store')),
    REDIS_URL: optional(z.never('several nodes are not built yet; leave it out')),
    OIDC_ISSUER: optional(z.never('sign-in by OpenID Connect is not built yet; leave it out to run a demo')),
    SMTP_URL: optional(
      z.string().refine(isMailServer, 'smtp://host:port or smtps://user:password@host:port, and no options'),
    ),
    MAIL_FROM: optional(z.email()),
    KEEP_DAYS: z.preprocess(
      (value) => (value === '' || value === undefined ? 30 : value),
      z.coerce.number().int().min(1).max(3650),
    ),
    FHIR_RECEIVERS: optional(ReceiversText),
    FHIR_RECEIVERS_FILE: optional(ReceiversFile),
    FHIR_SOURCE_OID: optional(z.string().regex(/^[0-2](\.(0|[1-9]\d*))+$/, 'an OID, as in 2.16.578.1')),
    FHIR_TIMEOUT_SECONDS: z.preprocess(
      (value) => (value === '' || value === undefined ? 30 : value),
      z.coerce.number().min(0.1).max(300),
    ),
    LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  })
  .superRefine((env, context) => {
    if (env.FHIR_RECEIVERS && env.FHIR_RECEIVERS_FILE)
      context.addIssue({ code: 'custom', path: ['FHIR_RECEIVERS_FILE'], message: 'give this or FHIR_RECEIVERS' });
    if (env.NODE_ENV !== 'production') return;
    for (const name of ['FHIR_RECEIVERS', 'FHIR_RECEIVERS_FILE'] as const)
      env[name]?.forEach(({ network }, index) => {
        if (network === 'loopback')
          context.addIssue({ code: 'custom', path: [name, index, 'url'], message: 'is this machine: in a demo only' });
      });
    const missing: [string, string][] = [
      ['OIDC_ISSUER', 'production needs a sign-in provider, and sign-in by OpenID Connect is not built yet'],
      ...(env.SESSION_SECRET ? [] : ([['SESSION_SECRET', 'production needs a secret']] as [string, string][])),
      ...(env.PUBLIC_URL
        ? []
        : ([['PUBLIC_URL', 'production needs the address that people use']] as [string, string][])),
    ];
    for (const [name, message] of missing) context.addIssue({ code: 'custom', path: [name], message });
  });

/** Where and who, and nothing else: an option that is not known here would be dropped without a word. */
function isMailServer(address: string): boolean {
  if (!/^smtps?:\/\/[^/?#]+\/?$/i.test(address) || !URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  try {
    decodeURIComponent(username + password);
    return true;
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return false;
  }
}

/** This machine alone. */
export const LOOPBACK = '127.0.0.1';

/** Everything the environment decides, read once at the start. */
export interface Config {
  port: number;
  /** The loopback interface unless said otherwise: a demo is nobody else's business. */
  host: string;
  /** Origin that people use, without a slash at the end; null when the Host header is to be believed (demo only). */
  publicOrigin: string | null;
  dataDir: string;
  /** Keys the hashes of sessions and invitations; null in a demo without one. */
  secret: string | null;
  /** Null where no mail goes: links and codes are then passed on by hand. */
  mail: MailServer | null;
  delivery: DeliveryConfig;
  demo: boolean;
  /** Days from the last receipt, or what was last written, until a meeting is deleted. */
  keepDays: number;
  logLevel: string;
}

/** Where agreed versions are sent. */
export interface DeliveryConfig {
  /** All whom the house may call. */
  receivers: readonly Receiver[];
  /** Whose submissions they are, `urn:oid:…`; null for one made of the house's own address. */
  source: string | null;
  /** How long one try may take. */
  patienceMs: number;
}

/** Thrown with one line for each thing that is wrong with the environment; never prints a value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment is not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** @throws ConfigError with everything that is wrong at once. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST ?? LOOPBACK,
    publicOrigin: env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : null,
    dataDir: env.DATA_DIR ?? 'data',
    secret: env.SESSION_SECRET ?? null,
    mail: env.SMTP_URL ? mailServer(new URL(env.SMTP_URL), env) : null,
    delivery: {
      receivers: env.FHIR_RECEIVERS ?? env.FHIR_RECEIVERS_FILE ?? [],
      source: env.FHIR_SOURCE_OID ? `urn:oid:${env.FHIR_SOURCE_OID}` : null,
      patienceMs: env.FHIR_TIMEOUT_SECONDS * 1000,
    },
    demo: env.NODE_ENV !== 'production',
    keepDays: env.KEEP_DAYS,
    logLevel: env.LOG_LEVEL ?? 'info',
  };
}

const SMTP_PORT = 587;
const SMTPS_PORT = 465;

function mailServer(url: URL, { MAIL_FROM, PUBLIC_URL }: z.infer<typeof Environment>): MailServer {
  const secure = url.protocol === 'smtps:';
  const [name, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? SMTPS_PORT : SMTP_PORT),
    secure,
    user: name ? { name, password } : null,
    from: MAIL_FROM ?? senderFor(name, PUBLIC_URL),
  };
}

/** Who signs in to hand in mail, where that is an address; else `mote@` the house's own name. */
function senderFor(user: string, publicUrl: string | undefined): string {
  const host = publicUrl ? new URL(publicUrl).hostname : 'localhost';
  return [user, `mote@${host}`].find((address) => z.email().safeParse(address).success) ?? 'mote@localhost';
}
