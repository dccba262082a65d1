import type { AgreementView } from '#shared/live.ts';
import type { RuleKey } from '#shared/plan/lint.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { Who } from '#shared/roles.ts';
import { groupsOf, labelOf, type MissingPoint, type TodoGroup } from './missing.ts';
import type { Spot } from './spot.ts';
import type { Speech } from './words.svelte.ts';

export type AdvicePoint = AgreementView['advice'][number];

/** A piece of advice where the text is. */
export interface AdviceLine {
  key: string;
  sentence: string;
  /** The row that is not finished; nobody is told so while they are writing in it. */
  unfinishedRow: string | null;
}

/** About words that stand there, and not about what is not there yet. */
const OF_WORDS: readonly string[] = [
  ...(['service-in-needs', 'service-promised', 'followup-vague', 'hard-word'] satisfies RuleKey[]),
];
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What is said under the card of a part, in the order in which it was found; of hard words in one sentence. */
export function adviceUnder(key: SectionKey, advice: readonly AdvicePoint[], speech: Speech): AdviceLine[] {
  const points = advice.filter((point) => point.section === key);
  const hard = points.filter(isHardWord);
  return points
    .filter((point) => !isHardWord(point) || point === hard[0])
    .map((point, place) => ({
      key: `${point.rule} ${point.row ?? place}`,
      sentence: hard.length > 1 && isHardWord(point) ? allInWords(hard, speech) : adviceInWords(point, speech),
      unfinishedRow: OF_WORDS.includes(point.rule) ? null : (point.row ?? null),
    }));
}

/** What could be better, grouped by who can mend it; without what is already said to be missing. */
export function adviceGroups(
  { advice, missing }: Pick<AgreementView, 'advice' | 'missing'>,
  me: Who,
  speech: Speech,
): TodoGroup[] {
  const todos = advice
    .filter((point) => !missing.some((lack) => isSame(lack, point)) && isNext(point, advice))
    // A word that could be plainer can wait; a medicine without a reason cannot.
    .toSorted((a, b) => Number(isHardWord(a)) - Number(isHardWord(b)))
    .map((point) => ({ sentence: adviceInWords(point, speech), spot: spotOf(point), who: point.who }));
  return groupsOf(todos, me, speech);
}

const isHardWord = ({ rule }: AdvicePoint): boolean => rule === ('hard-word' satisfies RuleKey);

/** The list has one hard word of each part: the next when that is mended. */
function isNext(point: AdvicePoint, advice: readonly AdvicePoint[]): boolean {
  return !isHardWord(point) || point === advice.find((one) => isHardWord(one) && one.section === point.section);
}

/** Several hard words in one sentence. */
function allInWords(hard: readonly AdvicePoint[], { staffWords }: Speech): string {
  const { advice, frame, people } = staffWords;
  return advice.hardWords(people.and(hard.map(({ value }) => frame.quoted(value ?? ''))));
}

function adviceInWords({ section, rule, fields, value = '' }: AdvicePoint, speech: Speech): string {
  const { advice, missing, people, plan } = speech.staffWords;
  const said = {
    value: ISO_DATE.test(value) ? plan.date(value) : value,
    labels: people.and(fields.map((field) => labelOf(section, field, speech))),
    instead: speech.terms.in(value)[0]?.term?.instead,
  };
  return Object.hasOwn(advice.say, rule) ? advice.say[rule as RuleKey](said) : missing.other(said.value);
}

const spotOf = ({ section, row, fields: [field] }: AdvicePoint): Spot => ({
  section,
  ...(row === undefined ? {} : { row }),
  ...(field === undefined ? {} : { field }),
});

/** Whether both are about the same words: then it is said once, by what has to be there. */
function isSame(lack: MissingPoint, { section, row, fields }: AdvicePoint): boolean {
  if (lack.code === 'not-replied') return section === 'questions.answers';
  if (lack.section !== section) return false;
  const isSameRow = lack.row === undefined || row === undefined || lack.row === row;
  return isSameRow && fields.some((field) => lack.fields.includes(field));
}
