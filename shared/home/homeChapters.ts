import { JOURNAL_ORDER, type SectionKey } from '#shared/plan/sections.ts';
import { chapter, generalChapter, generalItems, item, titled, type HomeChapter } from './homeChapter.ts';
import { functionChapter, medicineChapters, questionChapter, disagreementChapters } from './homeTopics.ts';
import { pennedIn } from './penned.ts';
import { dayWords, tellingsOf, type Source } from './tellings.ts';

type Maker = (source: Source) => HomeChapter[];

/** What the patient wants to know first, in this order, and the parts of the plan that each tells. */
const FIRST: readonly { of: readonly SectionKey[]; make: Maker }[] = [
  { of: ['story', 'goals'], make: matters },
  { of: [], make: agreedAtAGlance },
  { of: ['treatment'], make: doing },
  { of: ['medications'], make: medicineChapters },
  { of: ['medications.reconciled'], make: general('medications.reconciled') },
  { of: ['departure'], make: general('departure') },
  { of: ['followup'], make: appointments },
  { of: ['services'], make: general('services') },
  { of: ['questions', 'questions.answers'], make: questionChapter },
  { of: ['disagreements'], make: disagreementChapters },
  { of: ['treatment.own'], make: general('treatment.own') },
  { of: ['coordination'], make: general('coordination') },
];

/** What is told elsewhere: on the first page. */
const ELSEWHERE: readonly SectionKey[] = ['warnings', 'warnings.own'];

/** The rest, in the order of the journal; those three points in time make one chapter. */
const REST: Partial<Record<SectionKey, Maker>> = {
  'function.before': functionChapter,
  'function.now': () => [],
  'function.expected': () => [],
};

/** The chapters after the first page: what the patient needs first, then everything else in the plan. */
export function chaptersOf(source: Source): { first: HomeChapter[]; rest: HomeChapter[] } {
  const told = new Set([...FIRST.flatMap(({ of }) => of), ...ELSEWHERE]);
  const others = JOURNAL_ORDER.filter((key) => !told.has(key));
  return {
    first: FIRST.flatMap(({ make }) => make(source)),
    rest: others.flatMap((key) => (REST[key] ?? general(key))(source)),
  };
}

function general(key: SectionKey): Maker {
  return (source) => generalChapter(key, source);
}

/** The story, and the goals with how it goes now, what matters most first. */
function matters(source: Source): HomeChapter[] {
  const { plan, tongue } = source;
  const goals = plan.goals
    .toSorted((a, b) => (a.priority ?? Infinity) - (b.priority ?? Infinity) || 0)
    .map((goal) => {
      const told = tellingsOf('goals', goal, source).filter(({ key }) => key !== 'priority');
      return { ...titled(goal.id, 'goals', told, goal), score: goal.scoreLater ?? goal.scoreNow };
    });
  return chapter('matters', tongue.words.homeCopy.matters, [...generalItems('story', source), ...goals], {
    ...{ own: true, penned: pennedIn(['story', 'goals'], source) },
  });
}

/** What was agreed, at a glance: actions, and the services that were promised. Who and when is told below. */
function agreedAtAGlance(source: Source): HomeChapter[] {
  const { plan, tongue } = source;
  const actions = plan.treatment.map(({ id, action, problem }) => item(id, { title: action.trim() || problem.trim() }));
  const promised = plan.services.filter(({ status }) => status === 'offered' || status === 'granted');
  const services = promised.map((row) => {
    const told = tellingsOf('services', row, source);
    const { title } = titled(row.id, 'services', told, row);
    return item(row.id, {
      title: [title, ...told.filter(({ key }) => key === 'status').map(({ words }) => words)].join(', '),
    });
  });
  const lines = [...actions, ...services].filter(({ title }) => title !== '');
  return chapter('agreed', tongue.words.homeCopy.agreed, lines, { list: true });
}

/** Who does what, what is due first in front; what has no day comes last. */
function doing(source: Source): HomeChapter[] {
  const { plan, tongue } = source;
  const rows = plan.treatment.toSorted((a, b) => compare(a.due ?? '9999', b.due ?? '9999'));
  const items = rows.map((row) => {
    const told = tellingsOf('treatment', row, source);
    const of = (key: string) => told.filter((one) => one.key === key);
    const [owner] = of('owner');
    const [organisation] = of('organisation');
    const who =
      owner && organisation ? [{ ...owner, words: `${owner.words}, ${organisation.words}` }] : [owner, organisation];
    return item(row.id, {
      when: row.due === null ? row.when.trim() || null : dayWords(row.due, null, source),
      title: row.action.trim() || null,
      told: [
        ...who.filter((one) => one !== undefined),
        ...(row.due === null ? [] : of('when')),
        ...['goal', 'forGoal', 'problem', 'medicalReason'].flatMap(of),
      ],
    });
  });
  return chapter('doing', tongue.words.homeCopy.doing, items);
}

/** Appointments by their day; what has no day yet comes last. */
function appointments(source: Source): HomeChapter[] {
  const { plan, tongue } = source;
  const { homeCopy } = tongue.words;
  const day = ({ on, at }: { on: string | null; at: string | null }) => `${on ?? '9999'} ${at ?? ''}`;
  const rows = plan.followup.toSorted((a, b) => compare(day(a), day(b)));
  const items = rows.flatMap((row) => {
    const told = tellingsOf('followup', row, source).filter(({ key }) => key !== 'what' && key !== 'on');
    const what = row.what.trim();
    if (!what && told.length === 0 && row.on === null) return [];
    const when = row.on === null ? homeCopy.noDate : dayWords(row.on, row.at, source);
    return [item(row.id, { when, title: what || null, told, inCalendar: row.on !== null })];
  });
  return chapter('appointments', homeCopy.appointments, items);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
