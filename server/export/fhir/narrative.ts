import type { Narrative } from '@medplum/fhirtypes';
import { labelled, type Answer, type Chapter, type Entry } from '../chapter.ts';
import { NOTICES, spoken, type Cover, type Word } from '../cover.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as XHTML. They come from {@link labelled} and its like, so the line break is the only control character. */
function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character).replaceAll('\n', '<br/>');
}

const paragraph = (words: string) => `<p>${escaped(words)}</p>`;
const list = (items: readonly string[]) =>
  items.length ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';
const answers = (told: readonly Answer[]) => told.map((answer) => paragraph(labelled(answer))).join('');
const entry = ({ title, answers: told }: Entry) =>
  escaped(title) + list(told.map((answer) => escaped(labelled(answer))));

function narrative(body: string): Narrative {
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml" lang="nb" xml:lang="nb">${body}</div>`,
  };
}

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

/** What each participant said at the agreement. */
export function agreementNarrative({ words, withoutPatient }: Cover): Narrative {
  const said = words.length ? list(words.map(word)) : paragraph('Ingen har svart.');
  const without = withoutPatient === null ? '' : paragraph(`Pasienten kunne ikke svare selv: ${withoutPatient}`);
  return narrative(`${said}${without}${paragraph(NOTICES.signature)}`);
}

function word(told: Word): string {
  const { who, reason, at } = told;
  return (
    escaped(`${who}: ${spoken(told)} (${at})`) + (reason === null ? '' : list([escaped(`Begrunnelse: ${reason}`)]))
  );
}
