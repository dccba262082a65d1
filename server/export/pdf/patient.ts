import type { AgreedVersion } from '#shared/agreement/version.ts';
import { sections } from '#shared/plan/sections.ts';
import { answersOf, type Answer } from '../chapter.ts';
import { coverOf, spoken } from '../cover.ts';
import { clockAt } from '#shared/day.ts';
import { longDateWords } from '../dates.ts';
import { plain } from '../plain.ts';
import { dateParts, footerOf } from './staff.ts';
import { topicsOf, type Topic } from './topics.ts';
import { setPdf } from './typst.ts';

/** What to do when it gets worse: one sign and the answer to it. */
interface Zone {
  zone: string | null;
  name: string;
  sign: string;
  does: Answer[];
  call: string;
}

interface Contact {
  who: string;
  name: string;
  phone: string;
}

/** What the patient's template shows. Every string is shown as it is. */
export interface PatientSheet {
  title: string;
  agreed: { year: number; month: number; day: number };
  demo: string | null;
  patient: string;
  meeting: string;
  matters: string | null;
  goals: { words: string; score: number | null }[];
  zones: Zone[];
  ownPlan: string | null;
  contacts: Contact[];
  topics: Topic[];
  answers: string[];
  footer: string;
}

/** The version as the patient takes it home. */
export function patientSheet(version: AgreedVersion): PatientSheet {
  const { plan } = version;
  const { demo, patient, words } = coverOf(version);
  return {
    ...{ title: 'Planen min', agreed: dateParts(version.agreedAt), demo, patient },
    meeting: agreedOn(version),
    matters: plain(plan.story) || null,
    goals: plan.goals
      .map(({ activity, scoreNow, scoreLater }) => ({ words: plain(activity), score: scoreLater ?? scoreNow }))
      .filter((goal) => goal.words !== ''),
    zones: zonesOf(version),
    ownPlan: plain(plan['warnings.own']) || null,
    contacts: contactsOf(version),
    topics: topicsOf(version),
    answers: words.map((word) => `${word.who}: ${spoken(word)}${word.reason === null ? '' : `. ${word.reason}`}`),
    footer: footerOf(version),
  };
}

/** PDF/UA-1 for the patient. */
export function patientPdf(version: AgreedVersion): Uint8Array {
  return setPdf('patient', patientSheet(version));
}

function zonesOf({ plan }: AgreedVersion): Zone[] {
  const { zone } = sections.warnings.fields;
  return plan.warnings.flatMap((row) => {
    const answers = answersOf('warnings', row, plan);
    if (!answers.length) return [];
    const does = answers
      .filter(({ key }) => key === 'patientDoes' || key === 'kinDoes' || key === 'nurseDoes')
      .map((answer) => ({ ...answer, label: DOES[answer.key] ?? answer.label }));
    const name = row.zone === null ? '' : zone.options[row.zone].nb;
    return [{ zone: row.zone, name, sign: plain(row.sign), does, call: plain(row.call) }];
  });
}

/** Who does it, said to the patient. */
const DOES: Readonly<Record<string, string>> = {
  patientDoes: 'Jeg',
  kinDoes: 'Pårørende',
  nurseDoes: 'Hjemmesykepleien',
};

function contactsOf({ plan }: AgreedVersion): Contact[] {
  const { municipalContact, municipalPhone, hospitalContact, hospitalPhone, contactDoctor } = plan.coordination;
  return [
    { who: 'I kommunen', name: plain(municipalContact), phone: plain(municipalPhone) },
    { who: 'På sykehuset', name: plain(hospitalContact), phone: plain(hospitalPhone) },
    { who: 'Kontaktlege', name: plain(contactDoctor), phone: '' },
  ].filter(({ name, phone }) => name !== '' || phone !== '');
}

/** What was settled, and when: that all agreed is said only when they did. */
function agreedOn({ agreedAt, signatures, withoutPatient }: AgreedVersion): string {
  const day = longDateWords(clockAt(agreedAt).date);
  const allAgreed = withoutPatient === null && signatures.every(({ decision }) => decision !== 'object');
  return allAgreed ? `Vi ble enige om planen på møtet ${day}.` : `Dette er planen fra møtet ${day}.`;
}
