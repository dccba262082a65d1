import { isWords } from '#shared/plan/fields.ts';
import { isAnswered, type Row, type Values } from '#shared/plan/plan.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { pennedIn } from './penned.ts';
import { fieldsOf, tellingsOf, type Source, type Telling } from './tellings.ts';

/** One thing that is told: a row of the plan, a form, or a text. */
export interface HomeItem {
  /** The row's id; for what is no row, the key of its part. */
  id: string;
  /** When it is, in words. */
  when: string | null;
  title: string | null;
  told: Telling[];
  /** How it goes, from 0 to 10, which `told` says as well. */
  score: number | null;
  /** An appointment that a calendar can have. */
  inCalendar: boolean;
}

/** A heading of the patient's copy, and what stands below it. */
export interface HomeChapter {
  id: string;
  heading: string;
  /** The patient's own words: they keep their frame. */
  own: boolean;
  /** Who wrote them down, where that was somebody else. */
  penned: string | null;
  /** Short lines that are read at a glance. */
  list: boolean;
  items: HomeItem[];
}

/** An item with what is told of it, and nothing else. */
export function item(id: string, more: Partial<HomeItem>): HomeItem {
  return { id, when: null, title: null, told: [], score: null, inCalendar: false, ...more };
}

/** The heading with its items; none when nothing stands below it. */
export function chapter(
  id: string,
  heading: string,
  items: readonly HomeItem[],
  more: Partial<Pick<HomeChapter, 'own' | 'penned' | 'list'>> = {},
): HomeChapter[] {
  const said = items.filter(({ when, title, told }) => when !== null || title !== null || told.length > 0);
  return said.length ? [{ id, heading, own: false, penned: null, list: false, ...more, items: said }] : [];
}

/** Words of somebody, without a label. */
export function written(words: string, more: Partial<Telling> = {}): Telling {
  return { key: '', label: null, words: words.trim(), written: true, own: false, ...more };
}

/** A part as it stands, for which no better way of telling is known: nothing of the plan is lost. */
export function generalChapter(key: SectionKey, source: Source): HomeChapter[] {
  const { voice, heading } = section(key);
  const { headings } = source.tongue.words.homeCopy;
  const own = voice === 'patient';
  return chapter(key, headings[key] ?? source.tongue.say(heading), generalItems(key, source), {
    ...{ own, penned: pennedIn([key], source) },
  });
}

/** What stands in a part: one item for each row, or one for all of it. */
export function generalItems(key: SectionKey, source: Source): HomeItem[] {
  const value: unknown = source.plan[key];
  switch (section(key).kind) {
    case 'text':
      return isAnswered(value as string) ? [item(key, { told: [written(value as string)] })] : [];
    case 'fields':
      return [item(key, { told: tellingsOf(key, value as Values, source) })];
    case 'rows':
      return (value as readonly Row[]).map((row) => titled(row.id, key, tellingsOf(key, row, source), row));
  }
}

/** A row under what it says first. A choice says of what kind the row is; the first words after it say the thing itself. */
export function titled(id: string, key: SectionKey, told: readonly Telling[], row: Values): HomeItem {
  const [first, next] = told;
  const [leading] = Object.entries(fieldsOf(key));
  if (!first) return item(id, {});
  if (!leading || first.key !== leading[0]) return item(id, { told: [...told] });
  if (isWords(leading[1]) || !next?.written) return item(id, { title: first.words, told: told.slice(1) });
  const title = row[leading[0]] === 'other' ? next.words : `${first.words}: ${next.words}`;
  return item(id, { title, told: told.slice(2) });
}
