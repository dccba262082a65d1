import { coverageOf } from '#shared/agreement/coverage.ts';
import { shortly } from '#shared/agreement/fingerprint.ts';
import { hasLapsed, type Signature } from '#shared/agreement/signature.ts';
import type { AgreedVersion } from '#shared/agreement/version.ts';
import { dayInNorway } from '#shared/day.ts';
import { isWritten } from '#shared/plan/plan.ts';
import { JOURNAL_ORDER, section, type SectionKey } from '#shared/plan/sections.ts';
import { dayInYear, timeOfDay } from '#shared/when.ts';
import { chapter, item, written, type HomeChapter, type HomeItem } from './homeChapter.ts';
import type { Telling, Tongue } from './tellings.ts';

/** What each said of the plan, who gets it, and who does not. */
export function answersChapter(version: AgreedVersion, tongue: Tongue): HomeChapter[] {
  const { signatures, withoutPatient, sendTo, refused } = version;
  const { homeCopy, people, agreement, consent } = tongue.words;
  const without = withoutPatient === null ? [] : [written(withoutPatient, { label: homeCopy.withoutPatient })];
  const receivers = people.and(sendTo.map((role) => agreement.party[role]));
  const sent = receivers ? [written(receivers, { label: homeCopy.sendTo, written: false })] : [];
  const kept = people.and(refused.map((role) => agreement.party[role]));
  const notSent = kept ? [written(kept, { label: consent.receivers.refusedMine, written: false })] : [];
  return chapter('signed', homeCopy.signed, [
    ...signatures.map((signature) => answerItem(signature, version, tongue)),
    item('signed', { told: [...without, ...sent, ...notSent] }),
  ]);
}

function answerItem(signature: Signature, version: AgreedVersion, tongue: Tongue): HomeItem {
  const { participant, name, role, decision, sections, reason, commitments } = signature;
  const { homeCopy, people } = tongue.words;
  const own = role === 'patient';
  const label = own ? homeCopy.own : null;
  return item(participant, {
    title: `${name}, ${people.role[role]}: ${homeCopy.said[decision]}`,
    told: [
      ...(hasLapsed(signature, version.fingerprints) ? [written(homeCopy.lapsed, { written: false })] : []),
      ...(sections.length
        ? [written(headingsIn(sections, tongue), { label: homeCopy.about, written: false })]
        : coverage(signature, version, tongue)),
      ...(reason === null ? [] : [written(reason, { own, label })]),
      ...(sections.length ? coverage(signature, version, tongue) : []),
      ...(commitments.length
        ? [written(commitments.map(({ what }) => what).join('; '), { label: homeCopy.takesOn })]
        : []),
    ],
  });
}

/** What the answer covers, but for the parts that it names. */
function coverage(signature: Signature, version: AgreedVersion, tongue: Tongue): Telling[] {
  const { covers, about } = tongue.words.homeCopy;
  const isRest = signature.sections.length > 0;
  const label = isRest ? covers.agrees : about;
  const all = isRest ? covers.rest : covers.whole;
  const extent = coverageOf(signature, version.fingerprints);
  const told = (words: string) => [written(words, { label, written: false })];
  if (extent.kind === 'none') return [];
  if (extent.kind === 'all') return told(all);
  const parts = headingsIn(extent.parts, tongue);
  return told(extent.kind === 'allBut' ? covers.but(all, parts) : parts);
}

/** What was added after the plan was agreed. */
export function addendaChapter({ addenda }: AgreedVersion, tongue: Tongue): HomeChapter[] {
  const { homeCopy, people, calendar } = tongue.words;
  const items = addenda.map(({ name, role, at, words }, place) =>
    item(`addendum-${place + 1}`, {
      when: calendar.at(dayInYear(dayInNorway(at), calendar), timeOfDay(at, calendar)),
      title: `${name}, ${people.role[role]}`,
      told: [written(words, role === 'patient' ? { own: true, label: homeCopy.own } : {})],
    }),
  );
  return chapter('addenda', homeCopy.addenda, items);
}

/** The fingerprint of each part in which something stands, in one line; null for versions that do not say. */
export function partPrints({ plan, fingerprints }: AgreedVersion, tongue: Tongue): string | null {
  const said = JOURNAL_ORDER.flatMap((key) => {
    const print = fingerprints[key];
    return print && isWritten(key, plan) ? [`${headingIn(key, tongue)} ${shortly(print)}`] : [];
  });
  return said.length ? tongue.words.homeCopy.partHashes(said.join(' · ')) : null;
}

const headingsIn = (keys: readonly SectionKey[], tongue: Tongue): string =>
  keys.map((key) => headingIn(key, tongue)).join(', ');

const headingIn = (key: SectionKey, { words, say }: Tongue): string =>
  words.homeCopy.headings[key] ?? say(section(key).heading);
