import { hashOf } from '#server/agreement/freeze.ts';
import { aase, type PersonKey } from '#server/demo/aase.ts';
import { writePart } from '#shared/plan/doc.ts';
import { isWritten, type Plan } from '#shared/plan/plan.ts';
import { SECTION_KEYS, type SectionKey } from '#shared/plan/sections.ts';
import { joined, meetingBy, signedIn, type Guest, type Someone } from './guest.ts';
import { runHouse } from './house.ts';
import { pen, type Pen } from './pen.ts';
import { until } from './until.ts';

/** Everybody of Åse's meeting but Tiril, whose parts Jonas writes. */
export type Held = Record<Exclude<PersonKey, 'tiril'>, Guest>;

/** One of Åse's people, as they sign in or are invited. */
export function someone(key: PersonKey): Someone {
  const { name, role, organisation, profession } = aase.people[key];
  return { name, role, ...(organisation ? { organisation } : {}), ...(profession ? { profession } : {}) };
}

/** Åse's whole plan, written by its authors in a meeting that Kari, who signed in, has made. Nobody has agreed yet. */
export async function writtenMeeting() {
  const house = await runHouse();
  const written = await writtenBy(await signedIn(house.url, someone('kari')), 'kari');
  return { house, ...written };
}

/** The same, made by somebody else, who signed in as one of the staff. */
export async function writtenBy(maker: Guest, as: 'kari' | 'mona') {
  const meeting = await meetingBy(maker);
  const invited = async (key: PersonKey) => (key === as ? maker : joined(maker, meeting, someone(key)));
  const people: Held = {
    ...{ kari: await invited('kari'), aase: await invited('aase'), line: await invited('line') },
    ...{ mona: await invited('mona'), per: await invited('per'), jonas: await invited('jonas') },
  };
  const { kari } = people;
  const authorOf = (key: PersonKey) => people[key === 'tiril' ? 'jonas' : key];
  const write = async (key: SectionKey): Promise<Pen> => {
    const author = await pen(authorOf(aase.authors[key]), meeting, key);
    writePart(key, author.doc, aase.plan[key]);
    return author;
  };
  const pens = await Promise.all(SECTION_KEYS.filter((key) => isWritten(key, aase.plan)).map(write));
  const whole = hashOf(aase.plan);
  await until(async () => hashOf({ ...(await planOf(kari, meeting)), checklist: [] }) === whole, 'the plan');
  for (const author of pens) author.close();
  return { meeting, people };
}

export async function planOf(guest: Guest, meeting: string): Promise<Plan> {
  return (await guest.get(`/api/meetings/${meeting}/plan`)).body as unknown as Plan;
}

/** Each party signs the plan as it stands, and whoever made the meeting makes the version. */
export async function agree(people: Held, meeting: string, maker: Guest = people.kari): Promise<string> {
  const { kari, aase: patient, mona, per } = people;
  const hash = hashOf(await planOf(kari, meeting));
  for (const guest of [kari, patient, mona, per])
    await guest.post(`/api/meetings/${meeting}/signatures`, { hash, decision: 'agree' });
  const came = await maker.post(`/api/meetings/${meeting}/versions`, {});
  if (came.status !== 201) throw new Error(`no version was made: ${came.text}`);
  return hash;
}

/** The same meeting with version 1 agreed. */
export async function agreedMeeting() {
  const written = await writtenMeeting();
  const hash = await agree(written.people, written.meeting);
  return { ...written, hash };
}
