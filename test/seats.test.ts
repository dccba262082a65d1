import { describe, expect, test } from 'vitest';
import { addressOf, placeIn } from '#lib/state/place.ts';
import { seatIn, searchWith, seatsFor } from '#lib/state/seat.ts';
import { PhaseId } from '#shared/ids.ts';

describe('a seat', () => {
  test('is the first name in plain letters, and numbered where two share it', () => {
    const people = ['Åse Fiktiv', 'Kari Nilsen', 'Kari Moen', 'Øystein Bø', '李 小龙'].map((name) => ({
      id: name,
      name,
    }));
    expect([...seatsFor(people).values()]).toEqual(['ase', 'kari', 'kari2', 'oystein', 'plass']);
  });

  test('is read from the address, and a word that is none is nobody', () => {
    expect(seatIn(new URLSearchParams('seat=kari'))).toBe('kari');
    expect(seatIn(new URLSearchParams('seat=../kari'))).toBeNull();
    expect(seatIn(new URLSearchParams(''))).toBeNull();
  });

  test('goes along in every address of the window', () => {
    expect(searchWith('kari', { format: 'pdf' })).toBe('?format=pdf&seat=kari');
    expect(searchWith(null)).toBe('');
    expect(addressOf({ kind: 'plan' }, 'kari')).toContain('seat=kari');
  });
});

describe('a place in the meeting', () => {
  const places = [
    { kind: 'meeting' },
    { kind: 'phase', phase: PhaseId.parse('help-home') },
    { kind: 'plan' },
    { kind: 'agreement' },
    { kind: 'invite' },
  ] as const;

  test.each(places)('$kind is found again from its own address', (place) => {
    const address = addressOf(place, 'kari', 'del-needs');
    expect(address.endsWith('#del-needs')).toBe(true);
    expect(placeIn(new URL(address, 'http://house/meetings/x').searchParams)).toEqual(place);
  });

  test('is where the meeting is when the address says something else', () => {
    expect(placeIn(new URLSearchParams('vis=alt'))).toEqual({ kind: 'meeting' });
    expect(placeIn(new URLSearchParams('vis=toString'))).toEqual({ kind: 'meeting' });
    expect(placeIn(new URLSearchParams('punkt=<b>'))).toEqual({ kind: 'meeting' });
  });
});
