import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { Plan, Row, Values } from '#shared/plan/plan.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { chapterOf, type Answer, type Chapter, type Entry } from '../chapter.ts';
import { clockAt } from '#shared/day.ts';
import { clockWords, longDateWords } from '../dates.ts';
import { tableOf, type Column, type Table } from './table.ts';

/** A heading of the pages after the first, and what stands below it. */
export interface Topic {
  heading: string;
  own: boolean;
  words: string | null;
  answers: Answer[];
  table: Table | null;
  items: { title: string; answers: Answer[] }[];
}

/** The patient's headings for the parts that the patient takes home, in their order. */
const TOPICS: readonly (readonly [SectionKey, string])[] = [
  ['departure', 'Når jeg skal hjem'],
  ['departure.receipt', 'Svaret fra kommunen'],
  ['services', 'Hjelp fra kommunen'],
  ['medications', 'Medisinene mine'],
  ['medications.reconciled', 'Om medisinlisten'],
  ['treatment.own', 'Dette gjør jeg selv'],
  ['treatment', 'Hvem gjør hva'],
  ['followup', 'Avtalene mine'],
  ['training', 'Opplæring og hjelpemidler'],
  ['kin', 'Dette sier mine pårørende'],
  ['intensity', 'Behandlingen framover'],
  ['questions.answers', 'Spørsmål og svar'],
  ['conversation', 'Samtalen før jeg skal hjem'],
  ['disagreements', 'Dette er ikke avklart ennå'],
];

/** Fewer and wider columns than staff have: the type is large. */
const COLUMNS: Partial<Record<SectionKey, readonly Column[]>> = {
  services: [
    { header: 'Hjelp', fields: ['kind', 'extent'], width: 4 },
    { header: 'Slik står det', fields: ['status', 'decision', 'start', 'contact', 'note'], width: 5 },
  ],
  medications: [
    { header: 'Medisin', fields: ['drug'], width: 3 },
    { header: 'Slik tar jeg den', fields: ['dose', 'nextDose'], width: 4 },
    { header: 'Er noe nytt?', fields: ['change', 'reason'], width: 4 },
  ],
  treatment: [
    { header: 'Hva', fields: ['action', 'problem'], width: 5 },
    { header: 'Hvem', fields: ['owner', 'organisation'], width: 3 },
    { header: 'Når', fields: ['due', 'when'], width: 3 },
  ],
  followup: [
    { header: 'Når', fields: ['on'], width: 4 },
    { header: 'Hva', fields: ['what', 'where', 'booked', 'transport'], width: 5 },
    { header: 'Hvem', fields: ['who', 'organisation', 'companion'], width: 4 },
  ],
  'questions.answers': [
    { header: 'Spørsmål', fields: ['question'], width: 1 },
    { header: 'Svar', fields: ['answer'], width: 1 },
  ],
  training: [
    { header: 'Hva', fields: ['what', 'kind'], width: 5 },
    { header: 'Hvem', fields: ['who'], width: 3 },
    { header: 'Når', fields: ['when'], width: 4 },
  ],
};

/** What the patient shall not take any more, apart from what is to be taken. */
const STOPPED: { heading: string; columns: readonly Column[] } = {
  heading: 'Medisiner jeg ikke skal ta mer',
  columns: [
    { header: 'Medisin', fields: ['drug'], width: 3 },
    { header: 'Slik tok jeg den før', fields: ['dose', 'nextDose'], width: 4 },
    { header: 'Hvorfor', fields: ['change', 'reason'], width: 4 },
  ],
};

/** Labels that say „the patient” are about me. */
const LABELS: Readonly<Record<string, string>> = {
  'conversation.copyGiven': 'Jeg har fått kopi',
  'conversation.teachBack': 'Slik har jeg forstått det',
  'disagreements.patientView': 'Jeg',
};

/** The topics in which something stands. */
export function topicsOf({ plan, agreedAt }: AgreedVersion): Topic[] {
  const year = clockAt(agreedAt).date.slice(0, 4);
  return TOPICS.flatMap(([key, heading]) => {
    const chapter = chapterOf(key, plan);
    if (!chapter) return [];
    const told = said(chapter, plan, year);
    return key === 'medications' && told.kind === 'rows' ? medicines(told, plan, heading) : [topicOf(told, heading)];
  });
}

/** What was stopped never stands among what is to be taken. */
function medicines(chapter: Chapter & { kind: 'rows' }, plan: Plan, heading: string): Topic[] {
  const stopped = new Set(plan.medications.filter(({ change }) => change === 'stopped').map(({ id }) => id));
  const of = (isStopped: boolean) => ({
    ...chapter,
    entries: chapter.entries.filter(({ id }) => stopped.has(id) === isStopped),
  });
  const [taken, ended] = [of(false), of(true)];
  return [
    ...(taken.entries.length ? [topicOf(taken, heading)] : []),
    ...(ended.entries.length ? [{ ...topicOf(ended, STOPPED.heading), table: tableOf(ended, STOPPED.columns) }] : []),
  ];
}

function topicOf(chapter: Chapter, heading: string): Topic {
  const empty: Topic = { heading, own: chapter.own, words: null, answers: [], table: null, items: [] };
  switch (chapter.kind) {
    case 'text':
      return { ...empty, words: chapter.words };
    case 'fields':
      return { ...empty, answers: chapter.answers };
    case 'rows': {
      const table = COLUMNS[chapter.key] ? tableOf(chapter, COLUMNS[chapter.key]) : null;
      if (table) return { ...empty, table };
      return { ...empty, items: chapter.entries.map(({ title, answers }) => ({ title, answers })) };
    }
  }
}

/** The chapter as one says it to the patient: long dates, „I” for the patient, appointments in the order of their days. */
function said(chapter: Chapter, plan: Plan, year: string): Chapter {
  if (chapter.kind === 'text') return chapter;
  const { key } = chapter;
  if (chapter.kind === 'fields')
    return { ...chapter, answers: saidAnswers(key, chapter.answers, plan[key] as Values, year) };
  const rows = new Map((plan[key] as readonly Row[]).map((row) => [row.id, row]));
  const entries = chapter.entries.map((entry): Entry => {
    const row = rows.get(entry.id) ?? { id: entry.id };
    return {
      ...entry,
      told: saidAnswers(key, entry.told, row, year),
      answers: saidAnswers(key, entry.answers, row, year),
    };
  });
  return { ...chapter, entries: key === 'followup' ? entries.toSorted(byDay(rows)) : entries };
}

/** A time of day stands with its date. */
function saidAnswers(key: SectionKey, answers: Answer[], values: Values, year: string): Answer[] {
  const part = section(key);
  const fields = part.kind === 'text' ? {} : part.fields;
  const dated = answers.some((answer) => answer.key === 'on');
  return answers
    .filter((answer) => !(dated && answer.key === 'at'))
    .map((answer) => {
      const label = LABELS[`${key}.${answer.key}`] ?? answer.label;
      const value = values[answer.key];
      if (fields[answer.key]?.control !== 'date' || typeof value !== 'string') return { ...answer, label };
      const at = answer.key === 'on' ? values['at'] : null;
      const words = longDateWords(value, year);
      return { ...answer, label, words: typeof at === 'string' ? `${words} kl.\u00A0${clockWords(at)}` : words };
    });
}

/** What has no date yet comes last. */
function byDay(rows: ReadonlyMap<string, Row>) {
  const day = ({ id }: Entry) => `${rows.get(id)?.['on'] ?? '9999'} ${rows.get(id)?.['at'] ?? ''}`;
  return (a: Entry, b: Entry) => day(a).localeCompare(day(b));
}
