import { describe, expect, test } from 'vitest';
import { DeliveryProblem, DeliveryView } from '#shared/delivery.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { deliveryLines } from '#lib/state/deliveryLines.ts';
import { deliveryPlainly, deliveryTold } from '#lib/state/deliveryTold.ts';
import { speechIn } from './support/speech.ts';

/** 25 November 2026, 14.05 in Norway. */
const NOW = Date.UTC(2026, 10, 25, 13, 5);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const delivery = (over: Partial<DeliveryView>): DeliveryView =>
  DeliveryView.parse({
    ...{ id: 'one', version: 1, receiver: 'Larvik kommune', party: 'municipality', way: 'system', state: 'waiting' },
    ...{ at: null, tries: 0, nextAt: NOW, problem: null },
    ...over,
  });
const received = (over: Partial<DeliveryView> = {}) =>
  delivery({ state: 'received', at: NOW - 3 * MINUTE_MS, ...over });
const failed = (over: Partial<DeliveryView> = {}) =>
  delivery({ state: 'failed', nextAt: null, problem: 'refused', ...over });

const told = (...deliveries: DeliveryView[]) =>
  deliveryLines(deliveries, []).map((line) => deliveryTold(line, NOW, speechIn('nb')));
const kinds = (...deliveries: DeliveryView[]) => deliveryLines(deliveries, []).map(({ kind }) => kind);

describe('the way of a version to somebody', () => {
  test('is told with the hour, and with the day when it is another', () => {
    expect(told(received())).toEqual(['Larvik kommune – mottatt kl. 14.02']);
    expect(told(received({ way: 'hand' }))).toEqual(['Larvik kommune – ført i journalen kl. 14.02']);
    expect(told(received({ at: NOW - DAY_MS }))).toEqual(['Larvik kommune – mottatt tirsdag 24. november kl. 14.05']);
    expect(told(delivery({}))).toEqual(['Larvik kommune – på vei']);
    expect(told(delivery({ tries: 2, nextAt: NOW + 5 * MINUTE_MS, problem: 'unreachable' }))).toEqual([
      'Larvik kommune – på vei, prøver igjen kl. 14.10',
    ]);
  });

  test('has failed until their party has that version or a later one', () => {
    expect(kinds(failed())).toEqual(['failed']);
    expect(kinds(failed(), received({ id: 'two', party: 'gp' }))).toEqual(['failed', 'received']);
    expect(kinds(failed({ version: 2 }), received({ id: 'two', way: 'hand' }))).toEqual(['failed', 'filed']);
    expect(kinds(failed(), received({ id: 'two', way: 'hand' }))).toEqual(['passed', 'filed']);
    expect(kinds(failed(), received({ id: 'two', version: 2 }))).toEqual(['received', 'passed']);
  });

  test('is no failure where the patient does not want it sent', () => {
    expect(kinds(failed({ problem: 'not-wanted' }))).toEqual(['notWanted']);
    const refusing = (one: DeliveryView) => deliveryLines([one], ['municipality']).map(({ kind }) => kind);
    expect(refusing(failed())).toEqual(['notWanted']);
    expect(refusing(received())).toEqual(['received']);
  });

  test.each(LANGUAGES)('has words for everything, and none that is missing: %s', (language) => {
    const speech = speechIn(language);
    const all = [
      ...[received(), received({ way: 'hand' }), delivery({}), delivery({ tries: 1 }), failed()],
      failed({ problem: 'not-wanted' }),
    ];
    const lines = [...all.flatMap((one) => deliveryLines([one], [])), deliveryLines([failed(), received()], [])[0]!];
    expect(new Set(lines.map(({ kind }) => kind)).size).toBe(7);
    for (const line of lines)
      for (const words of [deliveryTold(line, NOW, speech), deliveryPlainly(line, NOW, speech)]) {
        expect(words).toContain('Larvik kommune');
        expect(words).not.toMatch(/undefined|null/);
      }
    for (const problem of DeliveryProblem.options)
      expect(speech.staffWords.delivery.problem[problem].length).toBeGreaterThan(10);
  });
});
