import { describe, expect, test } from 'vitest';
import type { MeetingView } from '#shared/live.ts';
import type { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import { desks, write } from './support/desks.ts';
import { idOf, type Guest } from './support/guest.ts';
import { until } from './support/until.ts';

/** What the page does with every view of the meeting that it is told. */
async function tellMe(guest: Guest, meeting: string, plan: SharedPlan): Promise<void> {
  const view = (await guest.get(`/api/meetings/${meeting}`)).body as unknown as MeetingView;
  const me = view.participants.find(({ id }) => id === plan.me.participant);
  if (!me) throw new Error('not in the meeting');
  plan.setMe({ participant: me.id, role: me.role, profession: me.profession, withheld: me.withheld });
}

describe('when the patient does not share a part any more', () => {
  test('what stands there leaves the screen of the next of kin at once, and comes back when it is shared', async () => {
    const { at, meeting, people } = await desks('Åse', 'Line', 'Kari');
    const [line, kari] = [await at.Line.open('situation'), await at.Kari.open('situation')];
    const { doc } = line;
    const stood = JSON.stringify(line.value);
    expect(stood).toContain('hofte');
    const withheld = `/api/meetings/${meeting}/participants/${at.Line.plan.me.participant}/withheld`;
    expect((await people.Åse.put(withheld, { sections: ['situation'] })).status).toBe(204);
    await until(() => !line.loaded, 'the part to be closed');
    expect([JSON.stringify(line.value).includes('hofte'), line.others, line.hasUnsaved]).toEqual([false, [], false]);
    expect(doc.isDestroyed, 'nothing is kept').toBe(true);
    await tellMe(people.Line, meeting, at.Line.plan);
    expect([line.isWithheld, line.ended, kari.isWithheld]).toEqual([true, null, false]);
    expect((await at.Line.open('story')).loaded, 'the other parts stay').toBe(true);

    expect((await people.Åse.put(withheld, { sections: [] })).status).toBe(204);
    await tellMe(people.Line, meeting, at.Line.plan);
    await until(() => line.loaded, 'the part to come back');
    expect(JSON.stringify(line.value)).toBe(stood);
    expect(line.isWithheld).toBe(false);
  });

  test('the page learns it from the meeting also when the server has not closed the part yet', async () => {
    const { at } = await desks('Line');
    const line = await at.Line.open('situation');
    at.Line.plan.setMe({ ...at.Line.plan.me, withheld: ['situation'] });
    expect([line.loaded, line.isWithheld, line.mayWrite]).toEqual([false, true, false]);
    at.Line.plan.setMe({ ...at.Line.plan.me, withheld: [] });
    await until(() => line.loaded, 'the part to come back');
  });

  test('a part that was withheld from the beginning is not asked for', async () => {
    const { at } = await desks('Line');
    at.Line.plan.setMe({ ...at.Line.plan.me, withheld: ['story'] });
    const story = at.Line.plan.part('story');
    expect([story.isWithheld, at.Line.world.sockets.length]).toEqual([true, 0]);
    at.Line.plan.setMe({ ...at.Line.plan.me, withheld: [] });
    await until(() => story.loaded, 'it to come');
  });
});

test('another role takes effect while the page stays as it is, with the same document', async () => {
  const { at, meeting, people } = await desks('Kari', 'Mona');
  const [mona, kari] = [await at.Mona.open('needs'), await at.Kari.open('needs')];
  const { doc } = mona;
  expect(mona.isMine).toBe(false);
  const cast = `/api/meetings/${meeting}/participants/${await idOf(people.Mona, meeting)}/cast`;
  expect((await people.Kari.put(cast, { role: 'hospital', profession: 'nurse' })).status).toBe(204);
  await tellMe(people.Mona, meeting, at.Mona.plan);
  expect([mona.isMine, mona.mayWrite, mona.doc === doc]).toEqual([true, true, true]);
  write(mona.doc, ' Fra Mona.');
  await at.Mona.saved();
  await until(() => kari.words.endsWith(' Fra Mona.'), 'Kari to see it');
  expect((await people.Kari.put(cast, { role: 'municipality', profession: null })).status).toBe(204);
  await tellMe(people.Mona, meeting, at.Mona.plan);
  expect([mona.mayWrite, mona.loaded, mona.doc === doc, mona.ended]).toEqual([false, true, true, null]);
});
