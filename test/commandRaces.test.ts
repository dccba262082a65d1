import { expect, onTestFinished, test } from 'vitest';
import { MeetingId, PersonId } from '#shared/ids.ts';
import { SILENCE, type Proposal } from '#shared/meeting/talk.ts';
import { openRound } from '#shared/meeting/round.ts';
import { readMeeting } from '#server/meeting/meetingRow.ts';
import { createOffers } from '#server/meeting/offers.ts';
import { steered } from '#server/meeting/steered.ts';
import { readTemplates } from '#server/meeting/templates.ts';
import { openSqlite } from '#server/store/sqlite.ts';
import { kari, line, mona, NOW } from './support/sitting.ts';

const meeting = MeetingId.parse('m'.repeat(24));
const proposal = (row: string, section: Proposal['section'] = 'treatment'): Proposal => ({
  ...{ section, row, words: row, by: kari.id, at: NOW, round: openRound([kari.id]) },
  ...{ comments: [], asked: null, accepted: null, declined: [] },
});
const participant = (one: typeof kari, withheld: ('treatment' | 'followup')[] = []) => ({
  ...{ ...one, meeting, person: PersonId.parse('p'.repeat(24)), withheld, joinedAt: 0, colour: 0 },
});

/** A meeting with `before` on the table; while the plan is read for a command, `after` comes on it instead. */
async function changingTable(before: Proposal, after: Proposal, people = [kari, line, mona]) {
  const db = await openSqlite(null);
  onTestFinished(() => db.destroy());
  const template = readTemplates().get('short-discharge');
  const state = { status: 'inMeeting', startedAt: NOW, phase: template.phases[0]!.id };
  const talk = (on: Proposal) => JSON.stringify({ ...SILENCE, proposal: on });
  await db
    .insertInto('meetings')
    .values({
      ...{ id: meeting, title: 'Møte', patient_name: 'Åse', template: JSON.stringify(template), starts_at: NOW },
      ...{ demo: 0, facilitator: kari.id, created_at: NOW, talk: talk(before) },
      state: JSON.stringify({ ...state, countdown: { kind: 'running', endsAt: NOW } }),
    })
    .execute();
  const dropped: string[] = [];
  const parts = {
    ...{ db, offers: createOffers(), isPresent: () => true, now: () => NOW },
    participants: { of: () => Promise.resolve(people.map((one) => participant(one))) },
    actions: {
      async read(_: MeetingId, section: Proposal['section'], row: string) {
        await db
          .updateTable('meetings')
          .set({ talk: talk(after) })
          .execute();
        return { section, row, words: row, owner: '', organisation: '', due: '2026-11-30', reason: 'Brudd' };
      },
      own: () => Promise.resolve(),
      drop: (_: MeetingId, _section: Proposal['section'], row: string) => Promise.resolve(void dropped.push(row)),
    },
  };
  return { parts, dropped, proposal: async () => (await readMeeting(db, meeting)).talk.proposal };
}

test('an action is not dropped when another has come on the table in the same moment', async () => {
  const at = await changingTable(proposal('row-1'), proposal('row-2'));
  await expect(steered(at.parts, participant(kari), { kind: 'decide', keep: false })).rejects.toMatchObject({
    code: 'not-now',
  });
  expect([at.dropped, (await at.proposal())?.row]).toEqual([[], 'row-2']);
});

test('kin say nothing of an action that they may not read, also when it comes on the table in the same moment', async () => {
  const at = await changingTable(proposal('row-1', 'followup'), proposal('row-2', 'treatment'));
  const hers = participant(line, ['treatment']);
  await expect(steered(at.parts, hers, { kind: 'comment', words: 'Nei' })).rejects.toMatchObject({ code: 'not-now' });
  expect((await at.proposal())?.comments).toEqual([]);
});

test('whoever is shown out in the same moment does nothing more', async () => {
  const at = await changingTable(proposal('row-1'), proposal('row-1'), [kari, mona]);
  const hers = participant(line);
  await expect(steered(at.parts, hers, { kind: 'comment', words: 'Nei' })).rejects.toMatchObject({ code: 'forbidden' });
  expect((await at.proposal())?.comments).toEqual([]);
  await steered(at.parts, participant(mona), { kind: 'comment', words: 'Ja' });
  expect((await at.proposal())?.comments.map(({ words }) => words)).toEqual(['Ja']);
});
