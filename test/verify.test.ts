import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Verified } from '#shared/agreement/verification.ts';
import { Hash } from '#shared/ids.ts';
import { createFilePrints } from '#server/agreement/filePrints.ts';
import { createVersions } from '#server/agreement/versions.ts';
import { createBell } from '#server/meeting/bell.ts';
import { createPurge } from '#server/meeting/purge.ts';
import { agreedMeeting } from './support/agreed.ts';
import { agreedVersion } from './support/agreedVersion.ts';
import { Guest } from './support/guest.ts';
import { openStore } from './support/store.ts';

const printOf = (file: string) => Hash.parse(createHash('sha256').update(file).digest('hex'));
const NOTHING = Hash.parse('0'.repeat(64));

describe('a file that left the house', () => {
  test('is known again by anyone, unchanged or changed, and without a word of what stands in it', async () => {
    const { meeting, people, house } = await agreedMeeting();
    const anyone = new Guest(house.url);
    const ask = async (file: string, plans: string[] = []) =>
      anyone.post('/api/verify', { file: printOf(file), plans });
    const file = await people.Kari.get(`/api/meetings/${meeting}/versions/1/export?format=json`);
    const { hash, agreedAt } = file.body;
    const about = { version: 1, agreedAt, newest: true };

    const whole = await ask(file.text, [String(hash)]);
    expect([whole.status, whole.body]).toEqual([200, { kind: 'unchanged', format: 'json', ...about }]);
    expect(Verified.safeParse(whole.body).success).toBe(true);
    expect((await ask(file.text)).body, 'whatever it says itself').toEqual(whole.body);
    const changed = await ask(file.text.replace('postkassen', 'butikken'), [NOTHING, String(hash)]);
    expect(changed.body).toEqual({ kind: 'changed', ...about });
    expect((await ask('en handleliste')).body).toEqual({ kind: 'unknown' });
    expect((await ask('en handleliste', [NOTHING])).body).toEqual({ kind: 'unknown' });
    for (const body of [{}, { file: 'x', plans: [] }, { file: NOTHING, plans: Array(41).fill(NOTHING) }])
      expect((await anyone.post('/api/verify', body)).status).toBe(400);
  });

  test('as text is known by the very bytes that somebody saved', async () => {
    const { meeting, people, house } = await agreedMeeting();
    const address = `${house.url}/api/meetings/${meeting}/versions/1/export?format=text`;
    const response = await fetch(address, { headers: { Cookie: people.Mona.cookie } });
    const file = createHash('sha256')
      .update(new Uint8Array(await response.arrayBuffer()))
      .digest('hex');
    const came = await new Guest(house.url).post('/api/verify', { file, plans: [] });
    expect(came.body).toMatchObject({ kind: 'unchanged', format: 'text' });
  });

  test('with an addendum in it is another file of the same version', async () => {
    const { meeting, people, house } = await agreedMeeting();
    const saved = async () => (await people.Kari.get(`/api/meetings/${meeting}/versions/1/export?format=json`)).text;
    const first = await saved();
    await people.Kari.post(`/api/meetings/${meeting}/versions/1/addenda`, { words: 'Ringt.' });
    const second = await saved();
    expect(second).not.toBe(first);
    for (const file of [first, second])
      expect((await new Guest(house.url).post('/api/verify', { file: printOf(file), plans: [] })).body).toMatchObject({
        ...{ kind: 'unchanged', version: 1, newest: true },
      });
  });

  test('is asked about so often and no more', async () => {
    const { house } = await agreedMeeting();
    const ask = () => new Guest(house.url).post('/api/verify', { file: NOTHING, plans: [] });
    const came = await Promise.all(Array.from({ length: 61 }, ask));
    expect(came.filter(({ status }) => status === 200)).toHaveLength(60);
    expect(came.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});

describe('the fingerprints of files', () => {
  test('say whether there is a later version', async () => {
    const { db } = await openStore();
    const [prints, versions] = [createFilePrints(db), createVersions(db)];
    const [first, second] = [agreedVersion(), agreedVersion(undefined, { version: 2 })];
    await versions.add(first);
    await prints.note('første', first, 'text');
    const verify = (file: string) => prints.verify({ file: printOf(file), plans: [] });
    expect(await verify('første')).toMatchObject({ kind: 'unchanged', version: 1, newest: true });
    await versions.add(second);
    await prints.note(Buffer.from('andre'), second, 'pdf');
    await prints.note('andre', second, 'pdf');
    expect(await verify('første')).toMatchObject({ version: 1, newest: false });
    expect(await verify('andre')).toMatchObject({ version: 2, format: 'pdf', newest: true });
    const changed = await prints.verify({ file: NOTHING, plans: [first.hash] });
    expect(changed, 'of versions that say the same, the last').toMatchObject({ kind: 'changed', version: 2 });
  });

  test('outlive the meeting, and no longer say of which it was', async () => {
    const { db } = await openStore();
    const prints = createFilePrints(db);
    const version = agreedVersion();
    await prints.note('planen', version, 'text');
    const purge = createPurge({
      ...{ db, bell: createBell(), forgetFiles: (meeting) => prints.forget(meeting) },
      participants: { of: () => Promise.resolve([]), remove: () => Promise.resolve() },
    });
    await purge.clear(version.meeting.id);
    expect(await prints.verify({ file: printOf('planen'), plans: [] })).toEqual({
      ...{ kind: 'unchanged', version: 1, agreedAt: version.agreedAt, format: 'text', newest: null },
    });
    expect(JSON.stringify(await db.selectFrom('file_prints').selectAll().execute())).not.toContain(version.meeting.id);
  });
});
