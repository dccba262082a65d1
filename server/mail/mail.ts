import { createTransport } from 'nodemailer';

/** Where mail is handed in, and whom it is from. Never printed: a password stands in it. */
export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps:`); otherwise the server is asked for it (STARTTLS). */
  secure: boolean;
  user: { name: string; password: string } | null;
  /** E-mail address. */
  from: string;
}

/** One letter to one person. Nobody's name stands in it: what is not there can neither be read on the way nor turn into a header. */
export interface Letter {
  /** E-mail address, already checked. */
  to: string;
  subject: string;
  text: string;
  calendar: { method: 'request' | 'cancel'; content: string };
}

/** The way out of the house for letters. */
export interface Mail {
  /** Whom letters are from, an e-mail address. */
  readonly from: string;
  /** Whether the mail server has taken the letter. Never throws: a letter that does not go loses nothing else. */
  send(letter: Letter): Promise<boolean>;
}

export interface MailParts {
  server: MailServer;
  /** Told why a letter did not go, without saying whose it was. */
  report: (error: unknown) => void;
}

/** Whoever invites waits for the answer, so a server that says nothing is not waited for long. */
const PATIENCE_MS = 5000;

/** Mail by SMTP. A password travels over TLS only, but on this machine. */
export function createMail({ server, report }: MailParts): Mail {
  const { host, port, secure, user, from } = server;
  const transport = createTransport({
    ...{ host, port, secure },
    ...(user ? { auth: { user: user.name, pass: user.password }, requireTLS: !secure && !isLoopback(host) } : {}),
    ...{ connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS },
    ...{ socketTimeout: PATIENCE_MS, dnsTimeout: PATIENCE_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });

  return {
    from,
    async send({ to, subject, text, calendar }) {
      const { method, content } = calendar;
      try {
        await transport.sendMail({
          ...{ from: { name: '', address: from }, to: { name: '', address: to }, subject, text },
          icalEvent: { method, content, filename: 'mote.ics' },
          // Nobody's absence note should answer a house.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return true;
      } catch (error) {
        report(new Error(`a letter did not go: ${reasonOf(error)}`));
        return false;
      }
    },
  };
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');

/** The code alone: what a mail server says repeats addresses. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  return [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
}
