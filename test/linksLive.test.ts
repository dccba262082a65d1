import { expect, test } from 'vitest';
import type { InvitationMade, MailTried } from '#shared/api.ts';
import { meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { openPostOffice } from './support/postOffice.ts';

const DAY_MS = 24 * 3_600_000;

test('an invitation lives as long as the way to its meeting: new ones, and those with a new link', async () => {
  const office = await openPostOffice();
  const env = { SMTP_URL: office.url, MAIL_FROM: 'mote@example.no' };
  const house = await runHouse({ env });
  const nurse = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen' });
  const path = `/api/meetings/${await meetingBy(nurse)}`;
  const startsAt = new Date(Date.now() + 60 * DAY_MS).toISOString();
  expect((await nurse.put(`${path}/appointment`, { startsAt })).status).toBe(200);
  await office.close();
  const invited = await nurse.post(`${path}/invitations`, { role: 'gp', name: 'Per', email: 'per@example.no' });
  const made = invited.body as unknown as InvitationMade;
  expect(made.mail).toBe('failed');
  expect(made.expiresAt).toBeGreaterThan(Date.parse(startsAt));
  await house.close();
  const again = await runHouse({ env, dataDir: house.dataDir });
  const late = Object.assign(await signedIn(again.url, { role: 'hospital' }), { cookie: nurse.cookie });
  const { renewed } = (await late.post(`${path}/invitations/${made.id}/mail`, {})).body as unknown as MailTried;
  expect(renewed!.expiresAt).toBeGreaterThan(Date.parse(startsAt));
});
