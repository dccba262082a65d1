import { markedWords, firstWords, onlySpacesDiffer, type Piece } from '#lib/state/markedWords.ts';
import { shortlyWhat } from '#lib/state/people.ts';
import type { Change, PartChanges } from '#shared/agreement/changes.ts';
import { isWords, type Field, type Fields } from '#shared/plan/fields.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { answerInWords, answersIn, titleOf, type Reading } from '../plan/answers.ts';

/** One answer that became another. Without pieces on a side, nothing stood or stands there. */
export interface ToldAnswer {
  key: string;
  /** Empty for a part that is one text. */
  label: string;
  kind: Change['kind'];
  before: Piece[];
  after: Piece[];
  onlySpaces: boolean;
}

/** What became another in one row, in a form, or in a text. */
export interface ToldItem {
  key: string;
  kind: Change['kind'];
  /** What the row is called; empty where it is no row. */
  title: string;
  /** What stands in a row that came, or stood in one that went, but for its title. */
  answers: { key: string; label: string; words: string }[];
  changed: ToldAnswer[];
}

/** What became another in one part, and who wrote in it. */
export interface ToldPart {
  section: SectionKey;
  heading: string;
  /** In no case everybody: who is not known is not named. */
  by: string;
  items: ToldItem[];
}

/** The changes in words, in the order in which they came. `touched`: parts of which it is known that they are not the same letter by letter. */
export function changesTold(
  parts: readonly PartChanges[],
  reading: Reading,
  touched: readonly SectionKey[] = [],
): ToldPart[] {
  const told = parts.map((part) => partTold(part, reading));
  const silent = touched.filter((key) => !parts.some((part) => part.section === key));
  return [...told, ...silent.map((key) => onlySpacesIn(key, reading))];
}

function partTold({ section: key, by, changes }: PartChanges, reading: Reading): ToldPart {
  const { words } = reading.speech;
  const { changes: said } = reading.speech.asideWords;
  const names = by.map(({ name, role }) => said.person(name, shortlyWhat({ name, role }, words)));
  return {
    ...{ section: key, heading: reading.speech.say(section(key).heading), by: words.people.and(names) },
    items: itemsIn(key, changes, reading),
  };
}

function onlySpacesIn(key: SectionKey, { speech }: Reading): ToldPart {
  const answer = { key: '', label: '', kind: 'changed', before: [], after: [], onlySpaces: true } as const;
  const item: ToldItem = {
    key: '',
    kind: 'changed',
    title: '',
    answers: [],
    changed: [{ ...answer, before: [], after: [] }],
  };
  return { section: key, heading: speech.say(section(key).heading), by: '', items: [item] };
}

/** A row that changed in several fields is one item, and so is a form. */
function itemsIn(key: SectionKey, changes: readonly Change[], reading: Reading): ToldItem[] {
  const part = section(key);
  const fields: Fields = part.kind === 'text' ? {} : part.fields;
  const items = new Map<string, ToldItem>();
  for (const change of changes) {
    // A row that was moved may have been changed as well, and is told of twice.
    const at = change.kind === 'moved' ? `${change.row ?? ''} moved` : (change.row ?? '');
    const item = items.get(at) ?? itemOf(at, change, fields, reading);
    if (isAnswer(change)) item.changed.push(answerTold(change, fields, reading));
    items.set(at, item);
  }
  return [...items.values()];
}

/** Whether it is one answer, and not a whole row. */
const isAnswer = ({ row, field }: Change): boolean => row === undefined || field !== undefined;

function itemOf(key: string, change: Change, fields: Fields, reading: Reading): ToldItem {
  const values = change.values ?? {};
  const title = change.row === undefined ? '' : titleOf(fields, values, reading);
  const kind = isAnswer(change) ? 'changed' : change.kind;
  const isWhole = kind === 'added' || kind === 'removed';
  const whole = titleOf(fields, values, reading, true);
  const answers = isWhole
    ? answersIn(fields, values, reading)
        .filter(({ words }) => title !== whole || words.replace(/\s+/g, ' ').trim() !== whole)
        .map((answer) => ({ key: answer.key, label: answer.label, words: firstWords(answer.words) }))
    : [];
  const named = title || (change.row === undefined ? '' : reading.speech.asideWords.changes.noTitle);
  return { key, kind, title: named, answers, changed: [] };
}

function answerTold({ field = '', kind, before, after }: Change, fields: Fields, reading: Reading): ToldAnswer {
  const declared = fields[field];
  const words = (value: Change['before']) => (declared ? answerInWords(declared, value, reading) : String(value ?? ''));
  const label = declared ? reading.speech.say(declared.label) : '';
  const [was, is] = [words(before), words(after)];
  const onlySpaces = kind === 'changed' && isWritten(declared) && onlySpacesDiffer(was, is);
  const pieces =
    isWritten(declared) && kind === 'changed' ? markedWords(was, is) : { before: piecesOf(was), after: piecesOf(is) };
  return { key: field, label, kind, ...pieces, onlySpaces };
}

/** Whether it is words that people write, and not one of a list, a date or a number. */
const isWritten = (field: Field | undefined): boolean => field === undefined || isWords(field);

const piecesOf = (words: string): Piece[] => (words.trim() ? [{ words: firstWords(words), changed: true }] : []);
