import type { Verified } from '#shared/agreement/verification.ts';
import { clockAt } from '#shared/day.ts';
import { clockWords, longDayInYear } from '#shared/when.ts';
import type { Finding } from './fileChecking.svelte.ts';
import type { Speech } from './words.svelte.ts';

/** What came of a file, in plain words. */
export interface FileTold {
  title: string;
  lines: string[];
  /** What kind of file it is, where that is known. */
  format?: string;
  tone: 'good' | 'bad' | 'warn';
}

export function fileTold(found: Finding, speech: Speech): FileTold {
  const { verify: words, problems } = speech.asideWords;
  switch (found.kind) {
    case 'unchanged': {
      const { format, version } = found;
      const lines = [words.is(version, whenOf(found, speech)), newerTold(found, speech)];
      return { title: words.unchanged, lines, format: words.format[format], tone: 'good' };
    }
    case 'changed':
      return {
        title: words.changed,
        lines: [words.says(found.version, whenOf(found, speech)), words.resaved, newerTold(found, speech)],
        tone: 'bad',
      };
    case 'unknown':
      return { title: words.unknown, lines: [words.unknownWhy], tone: 'warn' };
    case 'tooLarge':
    case 'unreadable':
      return { title: words.failed, lines: [words[found.kind]], tone: 'warn' };
    case 'failed':
      return { title: words.failed, lines: [problems.byCode[found.code]], tone: 'warn' };
  }
}

type Known = Exclude<Verified, { kind: 'unknown' }>;

function whenOf({ agreedAt }: Known, { words: { calendar } }: Speech): string {
  const { date, time } = clockAt(agreedAt);
  return calendar.at(longDayInYear(date, calendar), clockWords(time, calendar));
}

function newerTold({ newest }: Known, { asideWords: { verify } }: Speech): string {
  if (newest === null) return verify.nobodyKnows;
  return newest ? verify.newest : verify.older;
}
