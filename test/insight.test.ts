import { describe, expect, test } from 'vitest';
import { insightDays, type InsightOptions } from '#lib/state/insight.ts';
import { InsightReading } from '#lib/state/insightReading.svelte.ts';
import { toldOf } from '#lib/state/insightTold.ts';
import { LogEntry } from '#shared/logEntry.ts';
import { AUDIT_ACTIONS } from '#shared/auditAction.ts';
import { sections } from '#shared/plan/sections.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { speechIn } from './support/speech.ts';
import { ward } from './support/ward.ts';

const MONA = 'm'.repeat(24);
const AASE = 'a'.repeat(24);
/** 25 November 2026, 11.04 in Norway. */
const NOON = Date.UTC(2026, 10, 25, 10, 4);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const entry = (over: Partial<Record<keyof LogEntry, unknown>>): LogEntry =>
  LogEntry.parse({
    ...{ seq: 1, at: NOON, participant: MONA, name: 'Mona Hansen', role: 'municipality' },
    ...{ organisation: 'Larvik kommune', action: 'read', about: 'plan', outcome: 'done' },
    ...over,
  });

const AASES: InsightOptions = { me: AASE, mine: false, people: [] };
const nb = speechIn('nb');
const { insight } = nb.asideWords;
const linesOf = (entries: readonly LogEntry[], over: Partial<InsightOptions> = {}) =>
  insightDays(entries, { ...AASES, ...over }, nb).flatMap(({ lines }) => lines);

describe.each(LANGUAGES)('in %s', (language) => {
  const speech = speechIn(language);

  test('every action of the log has words of its own, also when it was refused', () => {
    const told = AUDIT_ACTIONS.map((action) => toldOf({ action, about: null, outcome: 'done' }, () => null, speech));
    expect(new Set(told).size).toBe(AUDIT_ACTIONS.length);
    expect(told).not.toContain(speech.asideWords.insight.other);
    for (const action of AUDIT_ACTIONS)
      expect(Object.values(speech.asideWords.insight.tried)).toContain(
        toldOf({ action, about: null, outcome: 'refused' }, () => null, speech),
      );
  });

  test('an action that nobody has words for yet gets a sentence', () => {
    for (const action of ['painted', 'toString', '__proto__'])
      expect(toldOf({ action, about: 'x', outcome: 'done' }, () => null, speech)).toBe(speech.asideWords.insight.other);
  });
});

describe('the log in plain words', () => {
  test('has who, what and when, by day, the newest first', () => {
    const days = insightDays(
      [
        entry({ at: NOON - DAY_MS, action: 'joined', about: null }),
        entry({ seq: 2 }),
        entry({ seq: 3, at: NOON + MINUTE_MS, action: 'exported', about: 'version 1, pdf' }),
      ],
      AASES,
      nb,
    );
    expect(days.map(({ title }) => title)).toEqual(['onsdag 25. november', 'tirsdag 24. november']);
    expect(days[0]!.lines.map(({ sentence, when }) => `${sentence} ${when}`)).toEqual([
      'Mona Hansen (kommunen) lastet ned planen (PDF til journalen) kl. 11.05',
      'Mona Hansen (kommunen) leste hele planen kl. 11.04',
    ]);
  });

  test('says once what was done again and again, and counts who opens part after part as reading once', () => {
    const reads = [0, 1, 2, 30, 31, 60].map((minutes, seq) =>
      entry({ seq, at: NOON + minutes * MINUTE_MS, about: seq % 2 ? 'medications' : 'goals' }),
    );
    const [line, ...rest] = linesOf(reads);
    expect(rest).toEqual([]);
    expect(line).toMatchObject({ when: '3 ganger, sist kl. 12.04', refused: false });
    expect(line!.parts.toSorted()).toEqual([sections.medications.heading.nb, sections.goals.heading.nb].toSorted());
    const copies = [0, 1].map((seq) => entry({ seq, at: NOON + seq, action: 'exported', about: 'version 1, pdf' }));
    expect(linesOf(copies)[0]!.when, 'two copies are two').toContain(insight.times(2));
  });

  test('says that somebody tried in vain, apart from what they did', () => {
    const lines = linesOf([
      entry({ about: 'medications' }),
      entry({ about: 'medications', outcome: 'refused' }),
      entry({
        action: 'asked',
        about: 'GET /api/meetings/:id/versions/:version/export: forbidden',
        outcome: 'refused',
      }),
    ]);
    expect(lines.map(({ refused }) => refused)).toEqual([true, true, false]);
    expect(lines.map(({ sentence }) => sentence).join()).toContain(insight.tried.exported);
    expect(lines.map(({ sentence }) => sentence).join()).toContain(insight.tried.read);
  });

  test('tells the plan as it was agreed and its appointments from the plan as it stands', () => {
    const lines = linesOf([
      entry({ about: 'version 1' }),
      entry({ action: 'exported', about: 'version 1, appointments' }),
      entry({ about: 'minutes, text' }),
      entry({ about: 'minutes' }),
      entry({ about: 'something of tomorrow' }),
    ]);
    expect(lines.map(({ sentence, parts }) => [sentence.replace('Mona Hansen (kommunen) ', ''), ...parts])).toEqual([
      [insight.did.read, sections.minutes.heading.nb],
      [insight.read.minutes],
      [insight.appointments],
      [insight.read.version],
    ]);
  });

  test('tells what was agreed, where it went, and that all was deleted, and why', () => {
    const { agreement } = nb.asideWords;
    const [line, ...rest] = linesOf([entry({ action: 'signed', about: 'agree goals medications' })]);
    expect(rest).toEqual([]);
    expect(line!.sentence).toContain(agreement.said.agree);
    expect(line!.parts).toEqual([sections.goals.heading.nb, sections.medications.heading.nb]);
    const sentences = linesOf([
      entry({ action: 'signed', about: 'object' }),
      entry({ action: 'added', about: 'version 2' }),
      entry({ action: 'delivery-failed', about: 'version 2, unreachable' }),
      entry({ action: 'deleted', about: null, why: 'Åse vil det.' }),
      entry({ action: 'exported', about: 'calendar' }),
      entry({ action: 'read', about: 'readiness' }),
    ]).map(({ sentence }) => sentence.replace('Mona Hansen (kommunen) ', ''));
    expect(sentences).toEqual([
      insight.read.readiness,
      insight.calendar,
      `${insight.did.deleted} (Åse vil det.)`,
      `${insight.did['delivery-failed']} (versjon 2)`,
      `${insight.did.added} (versjon 2)`,
      `${insight.did.signed} (${agreement.said.object})`,
    ]);
  });

  test('names whom it is about, leaves out one’s own doings until one asks, and says „somebody” of a deleted name', () => {
    const own = entry({
      participant: AASE,
      name: 'Åse Fiktiv',
      role: 'patient',
      action: 'withheld',
      about: `${MONA}: goals`,
    });
    expect(linesOf([entry({}), own]).map(({ sentence }) => sentence)).toEqual([
      'Mona Hansen (kommunen) leste hele planen',
    ]);
    expect(linesOf([entry({}), own], { mine: true })[0]!.sentence).toBe(
      `${insight.you} ${insight.did.withheld} (Mona Hansen)`,
    );
    expect(linesOf([entry({ name: '', participant: null })])[0]!.sentence).toContain(insight.somebody);
  });

  test('of ten thousand rows is there in a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, seq) => entry({ seq, at: NOON + seq * 9000, about: 'goals' }));
    const before = performance.now();
    expect(linesOf(many).length).toBeLessThan(10);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('over the wire', () => {
  test('the newest rows come first, older ones when they are asked for, and together they are the whole log', async () => {
    const { nurse, patient, meeting } = await ward();
    const path = `/api/meetings/${meeting}/log`;
    const rowsOf = async (query: string) => (await patient.get(`${path}${query}`)).body as unknown as LogEntry[];
    for (let times = 0; times < 4; times += 1) await nurse.get(`/api/meetings/${meeting}`);
    const whole = await rowsOf('');
    const before = whole.at(-1)!.seq + 1;
    const reading = new InsightReading((_count, older) => rowsOf(`?newest=3&before=${older ?? before}`));
    await reading.more();
    expect(reading.entries).toEqual(whole.slice(-3));
    await reading.more();
    expect(reading.entries).toEqual(whole.slice(-6));
    expect(await rowsOf(`?newest=10000&before=${before}`)).toEqual(whole);
    for (const wrong of ['?newest=0', '?newest=x', '?newest=10001', '?newest=1&before=-1'])
      expect((await patient.get(`${path}${wrong}`)).status, wrong).toBe(400);
  });

  test('kin do not read the log, patient and staff do', async () => {
    const { nurse, patient, kin, mona, meeting } = await ward();
    const status = async (who: typeof kin) => (await who.get(`/api/meetings/${meeting}/log?newest=10`)).status;
    expect(await Promise.all([nurse, patient, mona, kin].map(status))).toEqual([200, 200, 200, 403]);
  });
});
