import { homeCopyOf } from '#shared/home/homeCopy.ts';
import type { HomeChapter, HomeItem } from '#shared/home/homeChapter.ts';
import type { Telling } from '#shared/home/tellings.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import type { Language } from '#shared/words/language.ts';
import { speechIn } from './speech.ts';

/** The patient's copy as its page says it from top to bottom, line by line. */
export function homeText(version: AgreedVersion, language: Language = 'nb'): string {
  const speech = speechIn(language);
  const copy = homeCopyOf(version, { language, words: speech.asideWords, say: (words) => speech.say(words) });
  const { title, patient, meeting, demo, zones, ownPlan, ownPlanPenned, phones, first, rest, foot, prints } = copy;
  return [
    ...[title, patient, meeting, demo, copy.empty ? '(empty)' : null],
    ...zones.flatMap((zone) => [`[${zone.name}] ${zone.sign}`, ...zone.does.map(told), zone.call]),
    ...[ownPlan, ownPlanPenned],
    ...phones.map(({ who, number }) => `${who}: ${number}`),
    ...[...first, ...rest].flatMap(chapterLines),
    ...['', ...foot, prints, ''],
  ]
    .filter((line) => line !== null)
    .join('\n');
}

function chapterLines({ heading, own, items, penned }: HomeChapter): (string | null)[] {
  return ['', own ? `${heading} (own words)` : heading, ...items.flatMap(itemLines), penned];
}

function itemLines({ when, title, told: tellings }: HomeItem): (string | null)[] {
  return [when && `– ${when}`, title && `* ${title}`, ...tellings.map(told)];
}

const told = ({ label, words, own }: Telling): string =>
  `  ${label === null ? '' : `${label}: `}${words}${own ? ' (own words)' : ''}`;
