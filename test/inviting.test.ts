import { expect, test } from 'vitest';
import type { Api } from '#lib/state/api.ts';
import { Inviting } from '#lib/state/inviting.svelte.ts';
import { MeetingId } from '#shared/ids.ts';

test('an invitation is made while the list of invitations is still on its way', async () => {
  const made = { id: 'a', url: 'https://mote.example.no/join#token', code: '123456', expiresAt: 0, mail: 'none' };
  const arrived = Promise.withResolvers<[]>();
  let asked = 0;
  const api = {
    // The first list is held back; the later ones come at once.
    invitations: () => (asked++ === 0 ? arrived.promise : Promise.resolve([])),
    invite: () => Promise.resolve(made),
  } as unknown as Api;
  const inviting = new Inviting(api, MeetingId.parse('A'.repeat(32)));
  const list = inviting.refresh();
  await inviting.invite({ role: 'kin', name: 'Line Fiktiv' });
  expect(inviting.made).toEqual({ name: 'Line Fiktiv', role: 'kin', email: null, invitation: made });
  arrived.resolve([]);
  await list;
});
