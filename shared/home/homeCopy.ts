import type { AgreedVersion } from '#shared/agreement/version.ts';
import { dayInNorway } from '#shared/day.ts';
import { dayInYear, longDayInYear } from '#shared/when.ts';
import { addendaChapter, answersChapter, partPrints } from './answers.ts';
import type { HomeChapter } from './homeChapter.ts';
import { chaptersOf } from './homeChapters.ts';
import { pennedIn } from './penned.ts';
import type { Source, Tongue } from './tellings.ts';
import { homePhonesOf, zonesOf, type HomePhone, type HomeZone } from './worse.ts';

/** The patient's copy of an agreed version, in words: the paper and the page are made from it, and say the same. */
export interface HomeCopy {
  title: string;
  patient: string;
  /** What was settled, and when: that all agreed is said only when they did. */
  meeting: string;
  /** Absent when the people are real. */
  demo: string | null;
  /** What to do if it gets worse: the first page. */
  zones: HomeZone[];
  ownPlan: string | null;
  ownPlanPenned: string | null;
  phones: HomePhone[];
  /** What the patient wants to know first. */
  first: HomeChapter[];
  /** Everything else that the plan says. */
  rest: HomeChapter[];
  /** Nothing stands in the plan. */
  empty: boolean;
  /** How far it may be trusted: small, at the end. */
  foot: string[];
  /** The fingerprint of each part, for whoever compares: smaller still; null for versions that do not say. */
  prints: string | null;
}

/** The frozen version as the patient takes it home, with the headings of `tongue`. Nothing of the plan is left out. */
export function homeCopyOf(version: AgreedVersion, tongue: Tongue): HomeCopy {
  const { plan, patient, agreedAt } = version;
  const { homeCopy, calendar } = tongue.words;
  const day = dayInNorway(agreedAt);
  const source: Source = { plan, authors: version.authors, tongue, year: day.slice(0, 4) };
  const { first, rest } = chaptersOf(source);
  const zones = zonesOf(source);
  const ownPlan = plan['warnings.own'].trim() || null;
  return {
    title: homeCopy.title,
    patient: patient.birthYear === null ? patient.name : homeCopy.born(patient.name, patient.birthYear),
    meeting: (allAgreed(version) ? homeCopy.agreedOn : homeCopy.planFrom)(longDayInYear(day, calendar)),
    demo: version.meeting.demo ? homeCopy.demo : null,
    zones,
    ownPlan,
    ownPlanPenned: pennedIn(['warnings.own'], source),
    phones: homePhonesOf(version, tongue),
    first: [...first, ...addendaChapter(version, tongue)],
    rest: [...rest, ...answersChapter(version, tongue)],
    empty: ownPlan === null && zones.length + first.length + rest.length === 0,
    foot: [homeCopy.foot(version.version, dayInYear(day, calendar)), homeCopy.hash(version.hash), homeCopy.journal],
    prints: partPrints(version, tongue),
  };
}

function allAgreed({ withoutPatient, signatures }: AgreedVersion): boolean {
  return withoutPatient === null && signatures.every(({ decision }) => decision !== 'object');
}
