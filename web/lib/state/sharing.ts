import type { MeetingView, ParticipantView } from '#shared/live.ts';
import { sectionsOf } from '#shared/meeting/template.ts';
import { KEEPABLE, sharedOf, TOPIC_KEYS, TOPICS, type Topic } from '#shared/plan/topics.ts';
import { section, type SectionKey } from '#shared/plan/sections.ts';
import { RECEIVERS, isRefused, type Receiver } from '#shared/receivers.ts';
import { firstName } from './people.ts';
import type { Speech } from './words.svelte.ts';

/** One part that is shared, or is not. */
export interface PartLine {
  key: SectionKey;
  title: string;
  shared: boolean;
}

/** A topic that the patient shares with somebody, in all, in part, or not. */
export interface TopicLine {
  key: Topic;
  title: string;
  shared: ReturnType<typeof sharedOf>;
  parts: PartLine[];
}

/** The topics as the patient chooses them, with the parts that this meeting shows. */
export function topicLines(
  withheld: readonly SectionKey[],
  template: MeetingView['template'],
  speech: Speech,
): TopicLine[] {
  const shown = sectionsOf(template);
  return TOPIC_KEYS.map((key) => ({
    ...{ key, title: speech.asideWords.consent.topic[key], shared: sharedOf(key, withheld) },
    parts: TOPICS[key]
      .filter((part) => shown.includes(part))
      .map((part) => ({ key: part, title: headingFor(part, speech), shared: !withheld.includes(part) })),
  }));
}

/** What a part is called when one speaks to the patient. */
function headingFor(key: SectionKey, speech: Speech): string {
  return speech.words.patient.headings[key] ?? speech.say(section(key).heading);
}

/** Why somebody is here and sees the plan, in one sentence to the patient. */
export function becauseOf({ name, role }: Pick<ParticipantView, 'name' | 'role'>, speech: Speech): string {
  return speech.asideWords.consent.because[role](firstName(name));
}

/** One who gets a copy of the plan, or does not. */
export interface ReceiverLine {
  key: Receiver;
  title: string;
  why: string;
  gets: boolean;
}

/** Kin stand among the receivers when there are any. */
export function receiverLines(
  refused: readonly Receiver[],
  participants: readonly Pick<ParticipantView, 'role' | 'withheld'>[],
  speech: Speech,
): ReceiverLine[] {
  const { party, why, kinPartly } = speech.asideWords.consent.receivers;
  const kin = participants.filter(({ role }) => role === 'kin');
  const partly = kin.some(({ withheld }) => withheld.length > 0) ? ` ${kinPartly}` : '';
  return RECEIVERS.filter((key) => key !== 'kin' || kin.length > 0 || isRefused('kin', refused)).map((key) => ({
    ...{ key, title: party[key], gets: !isRefused(key, refused) },
    why: key === 'kin' ? `${why.kin}${partly}` : why[key],
  }));
}

/** To staff and kin: to whom the patient does not want the plan sent, in a sentence; null when to nobody. */
export function refusedInWords({ patient, refused }: Pick<MeetingView, 'patient' | 'refused'>, speech: Speech) {
  if (refused.length === 0) return null;
  const { agreement, consent, people } = speech.asideWords;
  const parties = people.and(refused.map((receiver) => agreement.party[receiver]));
  return consent.receivers.refused(firstName(patient.name), parties);
}

/** To kin: what the patient keeps from them, in a sentence; null when nothing. */
export function withheldInWords(withheld: readonly SectionKey[], patient: string, speech: Speech): string | null {
  if (withheld.length === 0) return null;
  const { consent, people } = speech.asideWords;
  const name = firstName(patient);
  const { all, some, kindly } = consent.notShared;
  if (KEEPABLE.every((key) => withheld.includes(key))) return `${all(name)} ${kindly(name)}`;
  const topics = TOPIC_KEYS.flatMap((topic) => {
    const kept = TOPICS[topic].filter((key) => withheld.includes(key));
    if (kept.length === TOPICS[topic].length) return [consent.notShared.topic[topic]];
    return kept.map((key) => consent.notShared.part(speech.say(section(key).heading)));
  });
  return `${some(name, people.and(topics))} ${kindly(name)}`;
}
