import { answerInWords, answersIn } from '#lib/parts/plan/answers.ts';
import type { Written } from '#lib/state/justWritten.svelte.ts';
import { firstName, shortlyWhat } from '#lib/state/people.ts';
import type { Visit } from '#lib/state/visit.svelte.ts';
import type { Speech } from '#lib/state/words.svelte.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';

/** So much of a row is told. */
const ANSWERS = 5;

/** What was just written, as the patient is told. */
export interface WrittenLine {
  id: number;
  key: SectionKey;
  where: string;
  /** Who wrote, and where. */
  sentence: string;
  /** What stands there now. */
  words: string;
}

export function writtenLine(written: Written, visit: Visit, speech: Speech): WrittenLine {
  const { id, key, who } = written;
  const told = speech.words.written;
  const where = speech.words.patient.headings[key] ?? speech.say(section(key).heading);
  const person = visit.meeting.view.participants.find((one) => one.id === who?.participant);
  const name = person
    ? told.person(firstName(person.name), shortlyWhat(person, speech.words))
    : who && firstName(who.name);
  const sentence = name ? told.wrote(name, where) : told.stands(where);
  return { id, key, where, sentence, words: wordsOf(written, visit, speech) };
}

function wordsOf({ key, said }: Written, { plan }: Visit, speech: Speech): string {
  if (said.kind === 'sentence') return said.words;
  const { declared, answers } = plan.part(key);
  if (declared.kind === 'text') return '';
  if (said.kind === 'row')
    return answersIn(declared.fields, said.row, { plan, speech })
      .slice(0, ANSWERS)
      .map(({ words }) => words)
      .join(' – ');
  const field = declared.fields[said.field];
  return field ? `${speech.say(field.label)}: ${answerInWords(field, answers[said.field], { plan, speech })}` : '';
}
