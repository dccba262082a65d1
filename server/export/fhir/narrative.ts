import type { Narrative } from '@medplum/fhirtypes';
import { labelled, type Answer, type Chapter, type Entry } from '../chapter.ts';
import type { Cover } from '../cover.ts';
import { escaped, list, narrative, paragraph } from './xhtml.ts';

const answers = (told: readonly Answer[]) => told.map((answer) => paragraph(labelled(answer))).join('');
const entry = ({ title, answers: told }: Entry) =>
  escaped(title) + list(told.map((answer) => escaped(labelled(answer))));

/** A part of the plan for human readers. */
export function chapterNarrative(chapter: Chapter): Narrative {
  return narrative(contentOf(chapter) + (chapter.penned === null ? '' : paragraph(chapter.penned)));
}

function contentOf(chapter: Chapter): string {
  switch (chapter.kind) {
    case 'text':
      return paragraph(chapter.words);
    case 'fields':
      return answers(chapter.answers);
    case 'rows':
      return list(chapter.entries.map(entry));
  }
}

/** A required part in which nothing stands. */
export const unansweredNarrative = (): Narrative => narrative(paragraph('Ikke fylt ut.'));

/** Which meeting this is from, who was there, and how far the document may be trusted. */
export function coverNarrative({ demo, notices, patient, facts, participants }: Cover): Narrative {
  const notes = [...(demo ? [demo] : []), ...notices].map(paragraph).join('');
  return narrative(
    `${notes}${paragraph(`Pasient: ${patient}`)}${answers(facts)}${paragraph('Deltakere:')}${list(participants.map(escaped))}`,
  );
}
