import type { ClinicalImpression, ClinicalImpressionFinding, Condition, Reference } from '@medplum/fhirtypes';
import { VOLVEN } from '#shared/plan/codes.ts';
import { sections } from '#shared/plan/sections.ts';
import { answersOf, chapterOf, labelled } from '../chapter.ts';
import { plain } from '../plain.ts';
import { known } from './known.ts';
import type { People } from './people.ts';
import type { Sheet } from './sheet.ts';
import { SYSTEMS } from './systems.ts';

/** A Condition for each line of the diagnoses, in the words of the line. Whether it still is active is not known. */
export function addConditions({ version, identity, place }: Sheet, { patient }: People): Reference<Condition>[] {
  const lines = plain(version.plan.situation.diagnoses)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...new Set(lines)].map((text) => {
    const condition: Condition = {
      resourceType: 'Condition',
      category: [{ coding: [{ system: SYSTEMS.conditionCategory, code: 'encounter-diagnosis' }] }],
      code: { text },
      subject: patient,
    };
    return place(identity.named('Condition', text), condition, text);
  });
}

type Timepoint = 'function.before' | 'function.now' | 'function.expected';

/** How the patient manages at one of the three points in time, as one ClinicalImpression with a finding per area. */
export function addFunction(sheet: Sheet, { patient }: People, key: Timepoint): Reference<ClinicalImpression>[] {
  const { plan } = sheet.version;
  const chapter = chapterOf(key, plan);
  if (chapter?.kind !== 'rows') return [];
  const { heading, entries } = chapter;
  const summary = entries.map(({ title, answers }) => [title, ...answers.map(labelled)].join('. ')).join('\n');
  const impression = known<ClinicalImpression>({
    resourceType: 'ClinicalImpression',
    status: 'completed',
    code: { text: heading },
    subject: patient,
    date: sheet.agreedOn,
    summary,
    finding: plan[key].flatMap((row) => findingOf(row, sheet)),
    prognosisCodeableConcept: key === 'function.expected' ? [{ text: summary }] : [],
  });
  return [sheet.place(sheet.identity.named('ClinicalImpression', key), impression, heading)];
}

function findingOf(row: Sheet['version']['plan'][Timepoint][number], { version }: Sheet): ClinicalImpressionFinding[] {
  const answers = answersOf('function.now', row, version.plan);
  const area = answers.find(({ key }) => key === 'area');
  const rest = answers.filter(({ key }) => key !== 'area');
  if (!answers.length) return [];
  const coded = row.area !== null && row.area !== 'other';
  return [
    {
      itemCodeableConcept: {
        ...(coded ? { coding: [{ system: `${VOLVEN}.9111`, code: row.area as string }] } : {}),
        text: area?.words ?? sections['function.now'].fields.area.options.other.nb,
      },
      ...(rest.length
        ? { basis: rest.map((one) => (one.key === 'words' ? one.words : labelled(one))).join('\n') }
        : {}),
    },
  ];
}

/** The points that must be settled before someone goes home, as one ClinicalImpression with a finding per point. */
export function addClarifications(sheet: Sheet, people: People): Reference<ClinicalImpression>[] {
  const chapter = chapterOf('clarifications', sheet.version.plan);
  if (chapter?.kind !== 'fields') return [];
  const impression = known<ClinicalImpression>({
    resourceType: 'ClinicalImpression',
    status: 'completed',
    code: { text: chapter.heading },
    subject: people.patient,
    date: sheet.agreedOn,
    summary: chapter.answers.map(labelled).join('\n'),
    finding: chapter.answers.map(({ label, words }) => ({ itemCodeableConcept: { text: label }, basis: words })),
  });
  return [sheet.place(sheet.identity.named('ClinicalImpression', 'clarifications'), impression, chapter.heading)];
}
