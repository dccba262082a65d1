import { expect, test } from 'vitest';
import { meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';

test.each(['9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '1999-01-01T00:00:00Z', '2100-01-01T00:00:00Z'])(
  'a meeting is not moved to %s, which calendars cannot write and links would live to',
  async (startsAt) => {
    const house = await runHouse();
    const nurse = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen' });
    const path = `/api/meetings/${await meetingBy(nurse)}`;
    expect((await nurse.put(`${path}/appointment`, { startsAt })).body.code).toBe('bad-input');
    expect((await nurse.put(`${path}/appointment`, { startsAt: '2099-12-31T12:00:00Z' })).status).toBe(200);
  },
);
