import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createAudit } from '#server/audit/audit.ts';
import { oneLine } from '#server/audit/oneLine.ts';
import { verifyLog } from '#server/audit/verification.ts';
import { insightDays } from '#lib/state/insight.ts';
import { HOSTILE } from './support/hostile.ts';
import { idOf, joined, meetingBy, signedIn } from './support/guest.ts';
import { runHouse } from './support/house.ts';
import { askStore } from './support/keeper.ts';
import { fill, folder, KARI, MEETING, openStore } from './support/logBook.ts';
import { speechIn } from './support/speech.ts';
import { openSqlite } from '#server/store/sqlite.ts';

/** Each could make one entry look like two, or like another. */
const FORGED = [
  'Kari\n2026-11-25 Mona leste planen',
  'Kari\r\nMona',
  'Kari\u2028Mona',
  'Kari\u2029Mona',
  'Kari\u0085Mona',
  'Kari\u0000',
  'Kari\u001b[2K\u001b[1AMona',
  'Kari\u202EanoM',
  'Kari\u2066Mona\u2069',
  'Kari\ud800',
];
const BREAKS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
const now = () => 1_764_000_000_000;
const defer = (_ms: number, then: () => void) => void setImmediate(then);

describe('nobody forges a line of the log', () => {
  test.each(FORGED.map((name) => [JSON.stringify(name), name]))(
    'with the name %s, through any door',
    async (_, name) => {
      const house = await runHouse();
      const kari = await signedIn(house.url, { role: 'hospital', name: 'Kari Nilsen' });
      const meeting = await meetingBy(kari);
      const kin = await joined(kari, meeting, { role: 'kin', name: 'Line' });
      const patient = { name: 'Åse Fiktiv' };
      const made = { template: 'frail-elderly', startsAt: '2026-11-25T12:00:00+01:00', patient };
      const tries = [
        () => kari.post('/api/demo/session', { name, role: 'gp' }),
        () => kari.post('/api/demo/session', { name: 'Per', role: 'gp', organisation: name }),
        () => kari.post('/api/meetings', { ...made, patient: { name } }),
        () => kari.post('/api/meetings', { ...made, title: name }),
        () => kari.post(`/api/meetings/${meeting}/invitations`, { role: 'kin', name }),
        () => kari.post(`/api/meetings/${meeting}/invitations`, { role: 'kin', name: 'Ola', organisation: name }),
      ];
      for (const ask of tries) expect((await ask()).status).toBe(400);
      expect((await kari.post(`/api/meetings/${meeting}/invitations`, { role: 'kin', name: 'Ola' })).status).toBe(201);
      expect(await idOf(kin, meeting)).not.toBe('');
      await house.close();
      for (const row of askStore<Record<string, unknown>>(house.dataDir, 'SELECT * FROM audit'))
        for (const value of Object.values(row)) expect(String(value)).not.toMatch(BREAKS);
    },
  );

  test.each([...FORGED, ...Object.values(HOSTILE)].map((text) => [JSON.stringify(text).slice(0, 40), text]))(
    'with %s where the house did not look: it is one line, in the store, in JSON, for the patient and for the operator',
    async (_, text) => {
      const dataDir = await folder();
      const db = await openSqlite(dataDir);
      const audit = createAudit({ db, now, defer });
      await audit.note(MEETING, { ...KARI, name: text, organisation: text }, 'removed', { about: text, why: text });
      await fill(audit, 1);
      const entries = await audit.of(MEETING);
      await db.destroy();
      expect(entries).toHaveLength(2);
      const [{ name, organisation, about, why } = {}] = entries;
      for (const said of [name, organisation, about, why]) expect(said).not.toMatch(BREAKS);
      expect(verifyLog(openStore(dataDir), null), 'and breaks nothing').toMatchObject({ entries: 2, broken: null });
      const speech = speechIn('nb');
      const lines = insightDays(entries, { me: null, mine: true, people: [] }, speech).flatMap((day) => day.lines);
      expect(lines.map(({ sentence }) => sentence).join('')).not.toMatch(BREAKS);
      const written: string[] = [];
      pino({}, { write: (line: string) => void written.push(line) }).info({ by: text }, text);
      expect(
        written
          .join('')
          .trimEnd()
          .split(/[\n\r]/),
        'the operator’s',
      ).toHaveLength(1);
    },
  );

  test('and an honest name stays as it is', () => {
    for (const name of ['Åse Marie Čáhci-Đoe', 'نرگس', 'O’Brien', 'ñ', 'Kari (vikar) 😀'])
      expect(oneLine(name)).toBe(name);
  });
});
