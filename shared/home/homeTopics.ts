import type { Plan } from '#shared/plan/plan.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import { chapter, item, titled, written, type HomeChapter, type HomeItem } from './homeChapter.ts';
import { pennedIn } from './penned.ts';
import { tellingsOf, type Source, type Telling } from './tellings.ts';

/** What is taken, what is new and what is stopped stand apart: nobody takes what was stopped by mistake. */
export function medicineChapters(source: Source): HomeChapter[] {
  const { plan, tongue } = source;
  const { homeCopy } = tongue.words;
  const kindOf = ({ change }: Plan['medications'][number]) =>
    change === 'new' || change === 'stopped' ? change : ('now' as const);
  // Nothing says how to take what is not to be taken.
  const before = homeCopy.labels['medications.stopped.dose'] ?? null;
  return (['now', 'new', 'stopped'] as const).flatMap((kind) => {
    const said = (one: Telling) => (one.key === 'dose' && kind === 'stopped' ? { ...one, label: before } : one);
    const rows = plan.medications.filter((row) => kindOf(row) === kind);
    const items = rows.map((row) => {
      // What the heading says is not said again.
      const told = tellingsOf('medications', row, source).filter(({ key }) => key !== 'change' || kind === 'now');
      return titled(row.id, 'medications', told.map(said), row);
    });
    return chapter(`medicines.${kind}`, homeCopy.medicines[kind], items);
  });
}

/** Each question with its answers; an answer to a question that is gone stands for itself. */
export function questionChapter(source: Source): HomeChapter[] {
  const { plan, tongue } = source;
  const { homeCopy } = tongue.words;
  const answers = plan['questions.answers'].filter(({ answer }) => answer.trim() !== '');
  const told = (id: string | null) =>
    answers.filter(({ question }) => question === id).map(({ answer }) => written(answer, { label: homeCopy.answer }));
  const asked = plan.questions
    .filter(({ id, question }) => question.trim() !== '' || told(id).length > 0)
    .map(({ id, question }) => {
      const said = told(id);
      const none = [written(homeCopy.noAnswer, { label: homeCopy.answer, written: false })];
      return item(id, { title: question.trim() || null, told: said.length ? said : none });
    });
  const known = new Set(plan.questions.map(({ id }) => id));
  const others = answers
    .filter(({ question }) => question === null || !known.has(question))
    .map(({ id, answer }) => item(id, { told: [written(answer, { label: homeCopy.answer })] }));
  return chapter('questions', homeCopy.questions, [...asked, ...others], {
    penned: pennedIn(['questions'], source),
  });
}

/** What is still open, and what was settled. */
export function disagreementChapters(source: Source): HomeChapter[] {
  const { plan, tongue } = source;
  const headings = tongue.words.homeCopy.disagreements;
  const itemsOf = (isSettled: boolean) =>
    plan.disagreements
      .filter(({ status }) => (status === 'settled') === isSettled)
      .map((row) => {
        const told = tellingsOf('disagreements', row, source).filter(({ key }) => key !== 'status');
        return titled(row.id, 'disagreements', told, row);
      });
  return [
    ...chapter('disagreements.open', headings.open, itemsOf(false)),
    ...chapter('disagreements.settled', headings.settled, itemsOf(true)),
  ];
}

const TIMEPOINTS = ['before', 'now', 'expected'] as const;

/** How it was, is and will be, area by area. */
export function functionChapter(source: Source): HomeChapter[] {
  const { tongue } = source;
  const { homeCopy } = tongue.words;
  const areas = new Map<string, HomeItem>();
  for (const timepoint of TIMEPOINTS) {
    const key = `function.${timepoint}` as const satisfies SectionKey;
    const name = homeCopy.timepoint[timepoint];
    for (const row of source.plan[key]) {
      const told = tellingsOf(key, row, source);
      const title = told.find((one) => one.key === 'area')?.words ?? homeCopy.otherArea;
      const area = areas.get(title) ?? item(row.id, { title });
      areas.set(title, area);
      const rest = told.filter((one) => one.key !== 'area');
      area.told.push(
        ...rest.map((one) => ({ ...one, label: one.key === 'words' ? name : homeCopy.at(name, one.label ?? '') })),
      );
    }
  }
  return chapter('functions', homeCopy.functions, [...areas.values()]);
}
