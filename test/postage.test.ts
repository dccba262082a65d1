import { expect, test } from 'vitest';
import { AN_HOUR } from '#server/meeting/appointmentLetters.ts';
import type { InvitationMade } from '#shared/api.ts';
import { meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { openPostOffice } from './support/postOffice.ts';

test('nobody fills somebody else’s letter box: what does not go any more is told, and goes on by hand', async () => {
  const office = await openPostOffice();
  const house = await runHouse({ env: { SMTP_URL: office.url, MAIL_FROM: 'mote@example.no' } });
  const nurse = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen' });
  const path = `/api/meetings/${await meetingBy(nurse)}`;
  const states = [];
  for (let tried = 0; tried <= AN_HOUR.address; tried += 1) {
    // Capitals make no other letter box.
    const email = tried % 2 ? 'Line@Example.no' : 'line@example.no';
    const came = await nurse.post(`${path}/invitations`, { role: 'kin', name: 'Line', email });
    states.push((came.body as unknown as InvitationMade).mail);
  }
  expect(states).toEqual([...Array<string>(AN_HOUR.address).fill('sent'), 'failed']);
  expect(office.collect()).toHaveLength(AN_HOUR.address);
  const other = await nurse.post(`${path}/invitations`, { role: 'gp', name: 'Per', email: 'per@example.no' });
  expect(other.body['mail'], 'another letter box').toBe('sent');
});
