import { SECTION_KEYS, type SectionKey } from './sections.ts';

/**
 * The plan as the patient thinks of it, for choosing what kin may see: together with `THEIR_OWN` every part stands here
 * once. In the order in which they are shown.
 */
export const TOPICS = {
  self: ['story', 'story.themes', 'goals', 'treatment.own', 'warnings.own', 'conversation.confirmed'],
  illness: ['situation', 'clarifications', 'treatment', 'intensity'],
  function: ['function.before', 'function.now', 'function.expected', 'function', 'needs'],
  medicines: ['medications', 'medications.reconciled'],
  home: ['services', 'training', 'coordination'],
  after: ['departure', 'departure.receipt', 'conversation', 'warnings', 'followup', 'promises'],
  talk: ['questions', 'questions.answers', 'disagreements', 'checklist', 'minutes'],
} as const satisfies Record<string, readonly SectionKey[]>;

export type Topic = keyof typeof TOPICS;
export const TOPIC_KEYS = Object.keys(TOPICS) as Topic[];

/** What kin themselves can, want and do not want: the patient does not keep from them what is theirs. */
export const THEIR_OWN: readonly SectionKey[] = ['kin'];

/** Every part that the patient can keep from kin, in the order of the topics. */
export const KEEPABLE: readonly SectionKey[] = TOPIC_KEYS.flatMap((topic) => [...TOPICS[topic]]);

/** What is kept when `sections` are no longer shared, or are again; in the order of the registry, so that equals are equal. */
export function withheldWith(
  withheld: readonly SectionKey[],
  sections: readonly SectionKey[],
  shared: boolean,
): SectionKey[] {
  return SECTION_KEYS.filter((key) => (sections.includes(key) ? !shared : withheld.includes(key)));
}

/** How much of a topic is shared. */
export function sharedOf(topic: Topic, withheld: readonly SectionKey[]): 'all' | 'some' | 'none' {
  const kept = TOPICS[topic].filter((key) => withheld.includes(key)).length;
  if (kept === 0) return 'all';
  return kept === TOPICS[topic].length ? 'none' : 'some';
}
