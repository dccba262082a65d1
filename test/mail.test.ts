import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { createMail, type Letter } from '#server/mail/mail.ts';
import { openPostOffice } from './support/postOffice.ts';

const letter = (more: Partial<Letter> = {}): Letter => ({
  ...{ to: 'line@example.no', subject: 'Invitasjon til et møte', text: 'Hei på deg\n' },
  ...{ calendar: { method: 'request' as const, content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } },
  ...more,
});

/** A way out of the house through `url`, and what it complained of. */
function mailBy(url: string, env: Record<string, string> = {}) {
  const complaints: string[] = [];
  const server = readConfig({ SMTP_URL: url, MAIL_FROM: 'mote@example.no', ...env }).mail!;
  return { mail: createMail({ server, report: (error) => void complaints.push(String(error)) }), complaints };
}

describe('a letter', () => {
  test('arrives with its words, its calendar and no name', async () => {
    const office = await openPostOffice();
    const { mail } = mailBy(office.url);
    expect(await mail.send(letter())).toBe(true);
    const [came] = office.collect();
    expect(came?.to).toEqual(['line@example.no']);
    expect(came?.email).toMatchObject({
      subject: 'Invitasjon til et møte',
      ...{ from: { address: 'mote@example.no', name: '' }, to: [{ address: 'line@example.no', name: '' }] },
    });
    expect(came?.email.text).toMatch(/^Hei på deg\n*$/);
    expect(came?.raw).toMatch(/^content-type: text\/calendar;.*method=REQUEST/im);
    expect(came?.email.attachments.map(({ mimeType }) => mimeType)).toEqual(['text/calendar', 'application/ics']);
    // As it stands in the letter: the parser makes line ends its own.
    expect(came?.raw.replaceAll('\r\n', '')).toContain(Buffer.from(letter().calendar.content).toString('base64'));
  });

  test.each([
    ['a subject', { subject: 'Hei\r\nBcc: alle@example.no\r\n\r\nNytt' }],
    ['an address', { to: 'line@example.no\r\nBcc: alle@example.no' }],
    ['an address of two', { to: 'line@example.no, alle@example.no' }],
    ['an address in brackets', { to: 'x <alle@example.no>' }],
  ])('has no header and no receiver more for what stands in %s', async (_where, sly) => {
    const office = await openPostOffice();
    await mailBy(office.url).mail.send(letter(sly));
    for (const { raw, to } of office.collect()) {
      expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(bcc|nytt)/im);
      expect(to).not.toContain('alle@example.no');
      expect(to.length).toBeLessThanOrEqual(1);
    }
  });

  test('that no mail server takes is reported without an address, and throws nothing', async () => {
    const office = await openPostOffice();
    await office.close();
    const { mail, complaints } = mailBy(office.url);
    expect(await mail.send(letter())).toBe(false);
    expect(complaints).toEqual([expect.stringMatching(/ECONNREFUSED|ESOCKET/)]);
    expect(complaints.join()).not.toMatch(/example|127/);
  });

  test('is not kept waiting by a server that never says a word', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const { mail } = mailBy(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    expect(await mail.send(letter())).toBe(false);
  }, 15_000);
});
