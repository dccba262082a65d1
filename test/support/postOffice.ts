import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A letter as it came over the wire. */
export interface Came {
  /** Whom the envelope is for. */
  to: string[];
  /** Every byte of it. */
  raw: string;
  email: Email;
  /** The iCalendar that goes along, decoded. */
  calendar: string;
}

/** A mail server of this process, with all that was handed in to it. */
export interface PostOffice {
  /** For `SMTP_URL`. */
  url: string;
  /** The letters since the last time one asked, in the order of their addresses. */
  collect(): Came[];
  close(): Promise<void>;
}

/** Opens a mail server on a free port of this machine, or on `port`; it closes with the test. */
export async function openPostOffice(port = 0): Promise<PostOffice> {
  let came: Came[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void read(Buffer.concat(chunks).toString('utf8')).then((letter) => {
          came.push({ ...letter, to: session.envelope.rcptTo.map(({ address }) => address) });
          done();
        }, done);
      });
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const close = () => new Promise<void>((resolve) => void server.close(resolve));
  onTestFinished(close);
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    collect() {
      const all = came.toSorted((one, other) => (one.to[0] ?? '').localeCompare(other.to[0] ?? ''));
      came = [];
      return all;
    },
    close,
  };
}

async function read(raw: string): Promise<Omit<Came, 'to'>> {
  const email = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const calendar = email.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content;
  return { raw, email, calendar: typeof calendar === 'string' ? calendar : '' };
}
