import type { Field, Fields } from '#shared/plan/fields.ts';
import { blankPlan, blankValues, Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS, section, type SectionKey } from '#shared/plan/sections.ts';
import { chanceFrom } from './chance.ts';

/** What somebody may write: pieces that each face could take for something else than words, and letters of our people. */
const PIECES = [
  ...['Åse', 'går', 'ut', 'klokka', '«hjem»', 'Čáhci', 'đŋšŧž', 'ärte', '40 °C', 'ca. 2', '½', '😀', 'em–dash', 'a-b'],
  ...['#read("x")', '*fet*', '_kursiv_', '$x$', '<b>', '&amp;', ']]>', '<!--', '=SUM(A1)', '+1', '@ref', '`kode`'],
  ...['\\u{41}', '"sitat"', "'apostrof'", '{}', '[lenke](x)', '%s', '- strek', '= Tittel', '// x', '/* y', '~', '^'],
];

/** One answered field of a plan: where it stands, and what it says. */
export interface Answered {
  section: SectionKey;
  /** Null in a part that is one text. */
  field: string | null;
  declared: Field | null;
  value: string | number;
  /** The row that it belongs to. */
  row: Readonly<Record<string, string | number | null>> | null;
}

/** A plan over the whole registry, the same for the same seed: any part may be empty, any field unanswered. */
export function randomPlan(seed: number): Plan {
  const chance = chanceFrom(seed);
  const upTo = (most: number) => Math.floor(chance() * most);
  let word = 0;
  const words = () => {
    const pieces = Array.from({ length: 1 + upTo(5) }, () => PIECES[upTo(PIECES.length)]);
    // Each has a word that stands nowhere else.
    return [...pieces, `ord${seed}x${++word}x`, ...(chance() < 0.2 ? ['\nny linje'] : [])].join(' ');
  };
  const valueOf = (field: Field): string | number => {
    const two = (most: number) => String(1 + upTo(most)).padStart(2, '0');
    switch (field.control) {
      case 'choice':
        return Object.keys(field.options)[upTo(Object.keys(field.options).length)]!;
      case 'number':
        return field.min + upTo(field.max - field.min + 1);
      case 'date':
        return `${2026 + upTo(2)}-${two(12)}-${two(28)}`;
      case 'time':
        return `${two(23)}:${two(59)}`;
      case 'row':
        return `${field.of}-1`;
      default:
        return words();
    }
  };
  const filled = (fields: Fields) =>
    Object.fromEntries(
      Object.entries(blankValues(fields)).map(([key, blank]) => [key, chance() < 0.6 ? valueOf(fields[key]!) : blank]),
    );
  const partOf = (key: SectionKey): unknown => {
    const part = section(key);
    if (part.kind === 'text') return words();
    if (part.kind === 'fields') return filled(part.fields);
    return Array.from({ length: 1 + upTo(4) }, (_, at) => ({ id: `${key}-${at + 1}`, ...filled(part.fields) }));
  };
  const written = SECTION_KEYS.filter(() => chance() < 0.75).map((key) => [key, partOf(key)]);
  return Plan.parse({ ...blankPlan(), ...(Object.fromEntries(written) as object) });
}

/** Everything that the plan says, field by field. */
export function answeredIn(plan: Plan): Answered[] {
  return SECTION_KEYS.flatMap((key): Answered[] => {
    const part = section(key);
    const value: unknown = plan[key];
    if (part.kind === 'text')
      return value === '' ? [] : [{ section: key, field: null, declared: null, value: String(value), row: null }];
    const rows = (part.kind === 'rows' ? value : [value]) as Record<string, string | number | null>[];
    return rows.flatMap((row) =>
      Object.entries(part.fields).flatMap(([field, declared]) => {
        const said = row[field];
        return said === null || said === undefined || said === ''
          ? []
          : [{ section: key, field, declared, value: said, row }];
      }),
    );
  });
}
