import { clockAt, dayInNorway } from '#shared/day.ts';
import type { Role } from '#shared/roles.ts';
import { longDayInYear, timeOfDay } from '#shared/when.ts';
import { catalogues } from '#shared/words/catalogues.ts';
import type { Language } from '#shared/words/language.ts';
import { plain } from '../plain.ts';
import type { Press } from '../pdf/press.ts';
import { squareCode } from './squareCode.ts';

/** What a letter is made from. Times are ms since 1970. */
export interface InvitationLetter {
  language: Language;
  invited: { name: string; role: Role };
  inviter: { name: string; organisation: string | null };
  meeting: { startsAt: number; videoUrl: string | null; helpPhone: string | null; demo: boolean };
  /** The address that lets in together with the code. */
  link: string;
  /** Six digits. */
  code: string;
  madeAt: number;
}

/** What its template shows. Every string is shown as it is, but for the code's picture. */
export interface LetterSheet {
  title: string;
  language: Language;
  region: string;
  made: { year: number; month: number; day: number };
  demo: string | null;
  name: string;
  from: string;
  about: string;
  facts: { label: string; words: string }[];
  steps: { title: string; lines: string[] };
  square: { svg: string; alt: string };
  address: { label: string; words: string };
  code: { label: string; words: string };
  help: { words: string; phone: string | null };
  keep: string;
}

const REGION: Readonly<Record<Language, string>> = { nb: 'NO', nn: 'NO', en: 'GB' };

/** Whom the letter invites, to what and how: nothing of anybody's health, and of the plan nothing. */
export function letterSheet({
  language,
  invited,
  inviter,
  meeting,
  link,
  code,
  madeAt,
}: InvitationLetter): LetterSheet {
  const { letter: words, calendar, join, frame } = catalogues[language];
  const { startsAt, videoUrl, helpPhone, demo } = meeting;
  const organisation = plain(inviter.organisation ?? '');
  const when = calendar.at(longDayInYear(dayInNorway(startsAt), calendar), timeOfDay(startsAt, calendar));
  const [year = 0, month = 0, day = 0] = clockAt(madeAt).date.split('-').map(Number);
  return {
    ...{ title: words.title, language, region: REGION[language], made: { year, month, day } },
    demo: demo ? frame.demo : null,
    name: plain(invited.name),
    from: words.from(organisation ? `${plain(inviter.name)}, ${organisation},` : plain(inviter.name)),
    about: invited.role === 'patient' ? words.aboutYou : words.aboutOthers,
    facts: [
      { label: words.when, words: when },
      { label: words.where, words: videoUrl === null ? words.otherPlace : words.onVideo },
    ],
    steps: { title: words.stepsTitle, lines: [words.scan, words.typeCode, words.press(join.join)] },
    square: { svg: squareCode(link), alt: words.squareAlt(link) },
    address: { label: words.address, words: link },
    code: { label: words.code, words: code.replace(/^(\d{3})(\d{3})$/, '$1 $2') },
    help: { words: helpPhone === null ? words.helpByHand : words.help, phone: helpPhone },
    keep: words.keep,
  };
}

/** A4, PDF/UA-1, large type. @throws AppError `unavailable` */
export function letterPdf(letter: InvitationLetter, press: Press): Promise<Uint8Array> {
  return press.set('letter', letterSheet(letter));
}
