import * as z from 'zod/mini';

/**
 * In a demo several people sit in one browser. Each window says in its address which seat it is, `?seat=kari`, and
 * tells the server so, which keeps one session for each seat. Without the word it is the browser's ordinary session.
 */
const Seat = z.string().check(z.regex(/^[a-z0-9]{1,24}$/));

/** The seat that an address names, or null: none, or a word that is none. */
export function seatIn(search: Pick<URLSearchParams, 'get'>): string | null {
  const parsed = Seat.safeParse(search.get('seat'));
  return parsed.success ? parsed.data : null;
}

/** `search` with the seat added to it, as it stands behind the `?`; empty when there is nothing to say. */
export function searchWith(seat: string | null, search: Readonly<Record<string, string | null>> = {}): string {
  const pairs = Object.entries({ ...search, seat }).filter((pair): pair is [string, string] => pair[1] !== null);
  return pairs.length ? `?${new URLSearchParams(pairs).toString()}` : '';
}

/**
 * A seat for each of `people`, by id: the first name in plain letters, numbered where two share it.
 * `Åse Fiktiv` → `ase`.
 */
export function seatsFor(people: readonly { id: string; name: string }[]): Map<string, string> {
  const seats = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, name } of people) {
    const word = plainLetters(name.split(/\s+/)[0] ?? '') || 'plass';
    let seat = word;
    for (let number = 2; taken.has(seat); number += 1) seat = `${word}${number}`;
    taken.add(seat);
    seats.set(id, seat);
  }
  return seats;
}

function plainLetters(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 20);
}
