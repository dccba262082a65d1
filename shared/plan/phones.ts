import type { Plan } from './plan.ts';

/** A number to ring. */
export interface Phone {
  /** Who answers, as it was written; empty where nobody was named. */
  who: string;
  /** As one reads it: `33 00 00 01`. */
  number: string;
  /** As a telephone takes it: digits, and `+` before a country. */
  dial: string;
  /** Where it leads, for a contact of one of these. */
  party?: 'municipality' | 'hospital';
}

/** As much of the plan as names numbers that the patient needs at home. */
export type PhoneSources = Partial<Pick<Plan, 'coordination' | 'warnings' | 'services' | 'followup'>>;

/** A piece of a text: words, or a number to ring. */
export type Piece = { words: string } | { words: string; dial: string };

/** For when it is urgent and the plan says no other; always last, the gravest at the end. */
export const OUT_OF_HOURS = '116117';
export const EMERGENCY = '113';

/** Eight digits in twos or as a mobile's, perhaps after Norway's number; legevakt; an organisation's five; 110, 112, 113. */
const NUMBER =
  /(?<![\d.,:/+-])(?:(?:\+47|0047)\s?)?(?:[2-9]\d(?:\s?\d\d){3}|[2-9]\d\d\s\d\d\s\d{3}|116\s?117|0\d{4}|11[023])(?![\d/:-]|[.,]\d)/g;
/** What stands between a name and its number. */
const BETWEEN = /[\s,.:;–-]+$|^[\s,.:;–-]+|\s*(tlf|telefon|ring)\.?:?\s*$|[\s(]+$/giu;

/** The numbers of the plan, each once, by whom one would ring first; legevakt and 113 are always there, and last. */
export function phonesOf({ coordination, warnings = [], services = [], followup = [] }: PhoneSources): Phone[] {
  const found = [
    ...named('municipality', coordination?.municipalContact, coordination?.municipalPhone),
    ...named('hospital', coordination?.hospitalContact, coordination?.hospitalPhone),
    ...phonesIn(coordination?.coordinator),
    ...phonesIn(coordination?.contactDoctor),
    ...warnings.flatMap(({ call }) => phonesIn(call)),
    ...services.flatMap(({ contact }) => phonesIn(contact)),
    ...followup.flatMap(({ who, where }) => [...phonesIn(who), ...phonesIn(where)]),
  ];
  const once = new Map<string, Phone>();
  for (const phone of found) {
    const known = once.get(phone.dial);
    if (!known || (known.who === '' && phone.who !== '')) once.set(phone.dial, phone);
  }
  for (const last of [OUT_OF_HOURS, EMERGENCY]) once.delete(last);
  return [...once.values(), ...[OUT_OF_HOURS, EMERGENCY].map((dial) => ({ who: '', number: spaced(dial), dial }))];
}

/** The text cut where numbers are, so that those can be rung. */
export function piecesOf(words: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of words.matchAll(NUMBER)) {
    if (match.index > at) pieces.push({ words: words.slice(at, match.index) });
    pieces.push({ words: match[0], dial: dialled(match[0]) });
    at = match.index + match[0].length;
  }
  if (at < words.length) pieces.push({ words: words.slice(at) });
  return pieces;
}

/** The number that `words` are; null when they are anything else or more. */
export function wholePhone(words: string): Pick<Phone, 'number' | 'dial'> | null {
  const [piece, more] = piecesOf(words.trim());
  if (!piece || more || !('dial' in piece)) return null;
  return { number: spaced(piece.dial), dial: piece.dial };
}

/** The numbers in a line, each with the name that stands before it. */
function phonesIn(line = ''): Phone[] {
  const pieces = piecesOf(line);
  return pieces.flatMap((piece, index) => {
    if (!('dial' in piece)) return [];
    const before = pieces[index - 1];
    return [phone(before && !('dial' in before) ? before.words : '', piece.dial)];
  });
}

/** A name and a number that stand in two fields; either may hold both. */
function named(party: 'municipality' | 'hospital', contact = '', line = ''): Phone[] {
  const own = phonesIn(contact);
  const name = own[0]?.who ?? phone(contact, '').who;
  const others = phonesIn(line).map((found) => ({ ...found, who: found.who || name }));
  return [...own, ...others].map((found) => ({ ...found, party }));
}

function phone(who: string, dial: string): Phone {
  let name = who;
  for (let before = ''; before !== name;) [before, name] = [name, name.replace(BETWEEN, '')];
  return { who: name, number: spaced(dial), dial };
}

const dialled = (number: string): string =>
  number
    .replace(/[\s\u00A0]/g, '')
    .replace(/^0047/, '+47')
    .replace(/^\+47(?=\d{8}$)/, '');

/** Eight digits in twos; the others as everybody says them. */
function spaced(dial: string): string {
  if (dial === OUT_OF_HOURS) return '116 117';
  return /^\d{8}$/.test(dial) ? dial.replace(/(\d\d)(?=\d)/g, '$1 ') : dial;
}
