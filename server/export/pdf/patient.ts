import type { AgreedVersion } from '#shared/agreement/version.ts';
import { homeCopyOf, type HomeCopy } from '#shared/home/homeCopy.ts';
import type { Tongue } from '#shared/home/tellings.ts';
import { catalogues, registries } from '#shared/words/catalogues.ts';
import { toldIn, type Language } from '#shared/words/language.ts';
import { plain } from '../plain.ts';
import type { Press } from './press.ts';
import { dateParts } from './staff.ts';

/** What the patient's template shows. Every string is shown as it is. */
export interface PatientSheet extends HomeCopy {
  language: Language;
  agreed: { year: number; month: number; day: number };
  labels: { own: string; worse: string; ownPlan: string; phones: string; ring: string; more: string; empty: string };
  paging: { page: string; of: string };
  footer: string;
  /** Of the plan, whole. */
  hash: string;
}

/** The version as the patient takes it home, with headings in `language`; what people wrote stands as they wrote it. */
export function patientSheet(version: AgreedVersion, language: Language = 'nb'): PatientSheet {
  const tongue = tongueOf(language);
  const { own, worse, ownPlan, phones, ring, more, empty, page, version: footer } = tongue.words.homeCopy;
  return plainly({
    ...homeCopyOf(version, tongue),
    ...{ language, agreed: dateParts(version.agreedAt), labels: { own, worse, ownPlan, phones, ring, more, empty } },
    ...{ paging: page, footer: footer(version.version), hash: version.hash },
  });
}

/** PDF/UA-1 for the patient. @throws AppError `unavailable` */
export function patientPdf(version: AgreedVersion, press: Press, language: Language = 'nb'): Promise<Uint8Array> {
  return press.set('patient', patientSheet(version, language));
}

/** A language with all its words, as the server has them at hand. */
function tongueOf(language: Language): Tongue {
  return { language, words: catalogues[language], say: (words) => toldIn(words, language, registries[language]) };
}

/** The same with every string of it as it may stand in a file. */
function plainly<T>(told: T): T {
  if (typeof told === 'string') return plain(told) as T;
  if (Array.isArray(told)) return told.map(plainly) as T;
  if (typeof told !== 'object' || told === null) return told;
  return Object.fromEntries(Object.entries(told).map(([key, value]) => [key, plainly(value)])) as T;
}
