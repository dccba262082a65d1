import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as Y from 'yjs';
import { AgreementView } from '#shared/live.ts';
import { newRow, rowsRoot } from '#shared/plan/doc.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { sections } from '#shared/plan/sections.ts';
import type { Guest } from './guest.ts';
import { runHouse } from './house.ts';
import { pen } from './pen.ts';
import { seated } from './seat.ts';
import { until } from './until.ts';

export const hashOf = (plan: unknown) =>
  createHash('sha256')
    .update(canonicalize(plan) ?? '')
    .digest('hex');

export const planOf = async (guest: Guest, meeting: string) => (await guest.get(`/api/meetings/${meeting}/plan`)).body;
export const readinessOf = async (guest: Guest, meeting: string) =>
  (await guest.get(`/api/meetings/${meeting}/readiness`)).body as {
    complete: boolean;
    missing: { section: string }[];
  };
export async function agreementOf(guest: Guest, meeting: string) {
  const came = await guest.get(`/api/meetings/${meeting}/agreement`);
  if (came.status !== 200) throw new Error(`the agreement was refused: ${came.text}`);
  return AgreementView.parse(came.body);
}

/** Signs the plan as it stands; `more` says otherwise than yes to all of it. */
export const sign = async (guest: Guest, meeting: string, more: object = {}) =>
  guest.post(`/api/meetings/${meeting}/signatures`, {
    ...{ hash: hashOf(await planOf(guest, meeting)), decision: 'agree' },
    ...more,
  });

export const makeVersion = (guest: Guest, meeting: string) => guest.post(`/api/meetings/${meeting}/versions`, {});

/** The prepared meeting with what is left of it filled in, each thing by somebody who may. */
export async function readyMeeting() {
  const house = await runHouse();
  const { meeting, people } = await seated(house.url, ['Åse', 'Line', 'Kari', 'Mona', 'Per']);
  const { Kari, Per } = people;
  const [followup, disagreements, conversation, answers, goals] = await Promise.all([
    pen(Kari, meeting, 'followup'),
    pen(Kari, meeting, 'disagreements'),
    pen(Kari, meeting, 'conversation'),
    pen(Per, meeting, 'questions.answers'),
    pen(Kari, meeting, 'goals'),
  ]);
  for (const row of rowsRoot(followup.doc).toArray() as Y.Map<unknown>[])
    if (!row.get('on')) row.set('on', '2027-01-14');
  for (const row of rowsRoot(disagreements.doc).toArray() as Y.Map<unknown>[])
    row.set('owner', new Y.Text('Mona Hansen'));
  conversation.doc.getMap('content').set('held', 'yes');
  const plan = (await planOf(Kari, meeting)) as unknown as Plan;
  for (const { id } of plan.questions)
    rowsRoot(answers.doc).push([
      newRow(sections['questions.answers'].fields, crypto.randomUUID(), { question: id, answer: 'Ja.' }),
    ]);
  await until(async () => (await readinessOf(Kari, meeting)).complete, 'the plan to be complete');
  return { house, meeting, people, goals };
}

/** The same, agreed by everybody as version 1. */
export async function agreedMeeting() {
  const ready = await readyMeeting();
  const { meeting, people } = ready;
  for (const guest of [people.Kari, people.Mona, people.Per, people.Åse]) await sign(guest, meeting);
  const made = await makeVersion(people.Kari, meeting);
  if (made.status !== 201) throw new Error(`the version was refused: ${made.text}`);
  return ready;
}

/** Does something to the plan, and waits until the house knows that `section` says something else. */
export async function changing(guest: Guest, meeting: string, section: keyof Plan, act: () => void): Promise<void> {
  const before = (await agreementOf(guest, meeting)).fingerprints[section];
  act();
  await until(
    async () => (await agreementOf(guest, meeting)).fingerprints[section] !== before,
    `${section} to say something else`,
  );
}
