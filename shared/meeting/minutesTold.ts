import type { PhaseId } from '#shared/ids.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { AsideCatalogue } from '#shared/words/catalogue.ts';
import { lastedMs, type Guest, type Minutes } from './minutes.ts';
import { decisionLines, disagreementLines, objectionLines, questionLines, taskLines } from './minutesLines.ts';
import type { Stretch } from './minutesCourse.ts';

/** How those who show minutes tell times and people. All take ms since 1970, but `date`, which takes `YYYY-MM-DD`. */
export interface Telling {
  words: AsideCatalogue;
  day: (at: number) => string;
  time: (at: number) => string;
  date: (date: string) => string;
  /** Name and what somebody is. */
  who: (guest: Guest) => string;
  /** What a part of the plan is called. */
  heading: (key: SectionKey) => string;
  /** What a phase of the agenda is called; `title` is what it is in bokmål. */
  phase: (id: PhaseId, title: string) => string;
}

/** Something with a label before it. */
export interface Fact {
  label: string;
  words: string;
}

/** What somebody said or wrote. */
export interface Saying {
  who: string;
  words: string;
  /** The patient's own words. */
  own: boolean;
}

/** One line of a chapter, and what belongs under it. Empty texts are not shown. */
export interface Line {
  when: string;
  title: string;
  mark: string;
  facts: Fact[];
  sayings: Saying[];
  /** What belongs to it, line by line. */
  under: Line[];
}

export type ChapterKey = keyof AsideCatalogue['minutes']['headings'];

/** A chapter of the minutes in words, made alike for the page and for the text. */
export interface MinutesChapter {
  key: ChapterKey;
  heading: string;
  lines: Line[];
  /** What is to be known of all of it. */
  note: string;
}

export const line = (title: string, more: Partial<Line> = {}): Line => ({
  ...{ when: '', title, mark: '', facts: [], sayings: [], under: [] },
  ...more,
});

/** Only what was said. */
export const said = (facts: readonly (readonly [label: string, words: string])[]): Fact[] =>
  facts.filter(([, words]) => words.trim() !== '').map(([label, words]) => ({ label, words }));

/** Times of the day; with the day before them where that is not the meeting's first. */
export function clockOf({ sittings }: Minutes, telling: Telling): (at: number) => string {
  const first = sittings[0] && telling.day(sittings[0].from);
  return (at) => (telling.day(at) === first ? telling.time(at) : dayAndTime(at, telling));
}

const dayAndTime = (at: number, { words, day, time }: Telling): string => words.calendar.at(day(at), time(at));

export const minutesWords = (ms: number, { words }: Telling): string => words.minutes.minutes(Math.round(ms / 60_000));

/** Which meeting, when, where, and who led. */
export function factsOf(minutes: Minutes, telling: Telling): Fact[] {
  const { words } = telling;
  const { facts } = words.minutes;
  const { patient, sittings, planVersion } = minutes;
  const at = clockOf(minutes, telling);
  const leads = minutes.leads.map(({ name, from, why }) =>
    why === 'began' ? name : `${name} (${words.minutes.ledFrom[why]} ${at(from)})`,
  );
  const born = patient.birthYear === null ? '' : `, ${words.meeting.born(patient.birthYear)}`;
  const begun = sittings.length > 0;
  return said([
    [facts.patient, `${patient.name}${born}`],
    [facts.meeting, minutes.title],
    [facts.planned, dayAndTime(minutes.plannedAt, telling)],
    [facts.held, sittings.map((sitting) => heldWords(minutes, sitting, telling)).join('; ')],
    [facts.place, minutes.video ? words.minutes.video : ''],
    [facts.leads, leads.join('; ')],
    [facts.plan, !begun ? '' : planVersion === null ? words.minutes.planNow : words.minutes.planVersion(planVersion)],
  ]);
}

/** Everything but `factsOf`, in the order in which it is read. Chapters in which nothing stands are not there. */
export function chaptersIn(minutes: Minutes, telling: Telling): MinutesChapter[] {
  const { headings, perParty } = telling.words.minutes;
  const lines: Record<ChapterKey, Line[]> = {
    present: minutes.present.map((one) => line(telling.who(one), { when: stayWords(minutes, one.stays, telling) })),
    absent: minutes.absent.map((one) => line(telling.who(one))),
    phases: phaseLines(minutes, telling),
    decided: minutes.decided.map((one) => decisionLines(one, telling)),
    undecided: minutes.undecided.map((one) => decisionLines(one, telling)),
    notAgreed: [...disagreementLines(minutes, telling, true), ...objectionLines(minutes, telling)],
    settled: disagreementLines(minutes, telling, false),
    agreed: agreedLines(minutes, telling),
    questions: questionLines(minutes, telling),
    understood: minutes.understood.map(({ words, writtenBy }) => {
      const { own, writtenDown } = telling.words.minutes;
      return line('', { sayings: [{ who: writtenBy === 'patient' ? own : writtenDown, words, own: true }] });
    }),
    tasks: taskLines(minutes, telling),
    notes: minutes.notes.map(({ phase, note }) => line(phase, { sayings: [{ who: '', words: note, own: false }] })),
    time: timeLines(minutes, telling),
  };
  return (Object.keys(headings) as ChapterKey[])
    .filter((key) => lines[key].length > 0)
    .map((key) => ({ key, heading: headings[key], lines: lines[key], note: key === 'time' ? perParty : '' }));
}

/** What the patient wants to know afterwards, in few and plain words. */
export function patientChapters(minutes: Minutes, telling: Telling): MinutesChapter[] {
  const { headings, outcome, accepted, unanswered } = telling.words.minutes.patient;
  const minutesSaid = { ...telling.words.minutes, outcome, accepted, unanswered };
  const all = chaptersIn(minutes, { ...telling, words: { ...telling.words, minutes: minutesSaid } });
  const shortly: Partial<Record<ChapterKey, (line: Line) => Line>> = {
    present: (one) => ({ ...one, when: '' }),
    decided: (one) => ({ ...one, sayings: one.sayings.filter(({ own }) => own) }),
  };
  return (Object.keys(headings) as (keyof typeof headings)[]).flatMap((key) => {
    const chapter = all.find((one) => one.key === key);
    const lines = chapter?.lines.map(shortly[key] ?? ((one) => one)) ?? [];
    return chapter ? [{ ...chapter, heading: headings[key], lines }] : [];
  });
}

function heldWords(minutes: Minutes, sitting: Stretch, telling: Telling): string {
  const { words, day, time } = telling;
  const begins = dayAndTime(sitting.from, telling);
  const length = minutesWords(sitting.to === null ? lastedMs(minutes, sitting) : sitting.to - sitting.from, telling);
  const end = sitting.to ?? minutes.leftAt;
  if (end === null) return words.minutes.heldFor(words.minutes.heldFrom(begins), length);
  const ends = day(end) === day(sitting.from) ? time(end) : dayAndTime(end, telling);
  return words.minutes.heldFor(`${begins}–${ends}`, length);
}

/** A minute late is on time. */
const ON_TIME_MS = 60_000;

/** „hele møtet”, „kom 13.02, gikk 13.20, ble med på nytt 13.30”. */
function stayWords(minutes: Minutes, stays: readonly Stretch[], telling: Telling): string {
  const { words } = telling;
  const at = clockOf(minutes, telling);
  const { sittings } = minutes;
  const isWhole = sittings.every((sitting) =>
    stays.some(
      ({ from, to }) =>
        from >= sitting.from && from <= sitting.from + ON_TIME_MS && (to ?? Infinity) >= (sitting.to ?? Infinity),
    ),
  );
  if (isWhole && stays.length === sittings.length) return words.minutes.whole;
  return stays
    .flatMap(({ from, to }, index) => [
      index === 0 ? words.minutes.came(at(from)) : words.minutes.cameAgain(at(from)),
      to === null ? words.minutes.still : words.minutes.went(at(to)),
    ])
    .join(', ');
}

function phaseLines(minutes: Minutes, telling: Telling): Line[] {
  const { words } = telling;
  const at = clockOf(minutes, telling);
  const stretch = ({ from, to }: Stretch) => (to === null ? `${at(from)}–` : `${at(from)}–${at(to)}`);
  const phases = minutes.phases.map((pass, index) => {
    const isAgain = minutes.phases.slice(0, index).some(({ phase }) => phase === pass.phase);
    const { planned, changedTo } = pass;
    const plan = changedTo === null ? words.minutes.plannedFor(planned) : words.minutes.changedTo(planned, changedTo);
    const length = `${minutesWords(pass.ms, telling)} (${isAgain ? words.minutes.again : plan})`;
    return line(telling.phase(pass.phase, pass.title), {
      when: stretch(pass),
      mark: pass.to === null && minutes.leftAt === null ? `${length}, ${words.minutes.goesOn}` : length,
      facts: said([[words.minutes.pause, pass.pauses.map(stretch).join(', ')]]),
    });
  });
  const left = minutes.notTaken.map(({ phase, title }) =>
    line(telling.phase(phase, title), { mark: words.minutes.notTaken }),
  );
  return [...phases, ...left];
}

function agreedLines(minutes: Minutes, telling: Telling): Line[] {
  const { words } = telling;
  const versions = minutes.versions.map(({ version, at }) =>
    line(words.minutes.version(version), { mark: words.minutes.versionAt(dayAndTime(at, telling)) }),
  );
  const agreeing = minutes.words.filter(({ decision }) => decision === 'agree');
  return [
    ...versions,
    ...agreeing.map((word) =>
      line(telling.who(word), {
        mark: [words.minutes.said.agree, word.lapsed ? words.minutes.lapsed : ''].filter(Boolean).join(', '),
        facts: said([[words.minutes.about, word.sections.map(telling.heading).join(', ')]]),
        sayings: word.reason ? [{ who: '', words: word.reason, own: word.role === 'patient' }] : [],
      }),
    ),
  ];
}

function timeLines({ time }: Minutes, telling: Telling): Line[] {
  const { words } = telling;
  if (time.ms === 0) return [];
  return [
    line(words.minutes.inAll, { mark: minutesWords(time.ms, telling) }),
    ...(time.mattersMs === null ? [] : [line(words.minutes.matters, { mark: minutesWords(time.mattersMs, telling) })]),
    ...time.parties.map(({ role, ms }) =>
      line(words.minutes.hadTheWord(words.people.party[role]), { mark: minutesWords(ms, telling) }),
    ),
  ];
}
