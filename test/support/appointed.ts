import ICAL from 'ical.js';
import type { InvitationMade, InvitationView } from '#shared/api.ts';
import { Guest, meetingBy, signedIn, type Someone } from './guest.ts';
import { runHouse } from './house.ts';
import { openPostOffice, type Came } from './postOffice.ts';

export const MOVED_TO = '2026-12-01T09:30:00+01:00';

/** A meeting with a mail server beside it; `mailed` invites somebody who has an address. */
export async function prepared(dataDir?: string) {
  const office = await openPostOffice();
  const house = await runHouse({
    env: { SMTP_URL: office.url, MAIL_FROM: 'mote@example.no' },
    ...(dataDir && { dataDir }),
  });
  const kari = await signedIn(house.url, { role: 'hospital', profession: 'nurse', name: 'Kari Hemmelig-Post' });
  const meeting = await meetingBy(kari);
  const path = `/api/meetings/${meeting}`;
  const mailed = async (email: string | null, someone: Partial<Someone> = {}): Promise<InvitationMade> => {
    const who = { role: 'kin', name: `Navn ${email?.split('@')[0] ?? 'uten'}`, ...(email && { email }), ...someone };
    return (await kari.post(`${path}/invitations`, who)).body as unknown as InvitationMade;
  };
  const list = async () => (await kari.get(`${path}/invitations`)).body as unknown as InvitationView[];
  const retry = (id: string) => kari.post(`${path}/invitations/${id}/mail`, {});
  return { office, house, kari, meeting, path, mailed, list, retry };
}

export const redeem = async (url: string, made: InvitationMade) => {
  const guest = new Guest(url);
  const { status } = await guest.post('/api/invitations/redeem', { token: made.url.split('#')[1], code: made.code });
  return { guest, status };
};

/** What a calendar makes of the letter. */
export function entryOf({ calendar }: Pick<Came, 'calendar'>) {
  const all = new ICAL.Component(ICAL.parse(calendar) as string);
  const event = new ICAL.Event(all.getFirstSubcomponent('vevent')!);
  const starts = event.startDate.toJSDate().toISOString();
  return { method: all.getFirstPropertyValue('method'), uid: event.uid, sequence: event.sequence, starts };
}
