import { describe, expect, test } from 'vitest';
import { Meeting } from '#lib/state/meeting.svelte.ts';
import type { MeetingForMe } from '#shared/api.ts';
import { newRow, rowsRoot, textRoot } from '#shared/plan/doc.ts';
import type { Advice } from '#shared/plan/lint.ts';
import { missingFor, type Missing } from '#shared/plan/readiness.ts';
import { sections } from '#shared/plan/sections.ts';
import { idOf, joined, type Guest } from './support/guest.ts';
import { windowOf } from './support/liveWindow.ts';
import { pen } from './support/pen.ts';
import { until } from './support/until.ts';
import { ward } from './support/ward.ts';

const AT_ONCE_MS = 1000;
const at = (meeting: string, what: string) => `/api/meetings/${meeting}/${what}`;
const missingTo = async (guest: Guest, meeting: string) =>
  (await guest.get(at(meeting, 'readiness'))).body['missing'] as Missing[];

describe('kin with whom a part is not shared', () => {
  test('are not told the hash of the plan, and cannot sign it; when all is shared again, they are and can', async () => {
    const { kin, patient, meeting, withhold } = await ward();
    const hash = String((await patient.get(at(meeting, 'agreement'))).body['hash']);
    const asked = async (by: Guest) => {
      const plan = await by.get(at(meeting, 'plan'));
      const agreement = await by.get(at(meeting, 'agreement'));
      const signed = await by.post(at(meeting, 'signatures'), { hash, decision: 'agree' });
      const told = [plan, agreement, signed].some((came) =>
        JSON.stringify([...came.headers, came.text]).includes(hash),
      );
      return [plan.headers.get('ETag') === `"${hash}"`, agreement.status, signed.status, told];
    };
    expect(await asked(kin)).toEqual([true, 200, 201, true]);
    await withhold(['departure']);
    expect(await asked(kin)).toEqual([false, 403, 403, false]);
    expect((await kin.get(at(meeting, 'plan'))).status).toBe(200);
    const wrong = { hash: '0'.repeat(64), decision: 'agree' };
    expect((await kin.post(at(meeting, 'signatures'), wrong)).status, 'no hash is tried').toBe(403);
    expect(await asked(patient), 'others are told').toEqual([true, 200, 201, true]);
    await withhold([]);
    expect(await asked(kin)).toEqual([true, 200, 201, true]);
  });

  test('learn what is missing in the parts that they see, and nothing of the others', async () => {
    const { kin, nurse, meeting, withhold } = await ward();
    const all = await missingTo(nurse, meeting);
    expect(await missingTo(kin, meeting)).toEqual(all);
    expect(all.some(({ section }) => section === 'story')).toBe(true);
    await withhold(['story']);
    expect(await missingTo(kin, meeting)).toEqual(all.filter(({ section }) => section !== 'story'));
    expect(await missingTo(nurse, meeting)).toEqual(all);
    await withhold([...new Set(all.map(({ section }) => section))]);
    expect((await kin.get(at(meeting, 'readiness'))).body).toMatchObject({ complete: true, missing: [] });
  });

  test('get advice on the parts that they see, and none that tells of the others', async () => {
    const { kin, nurse, patient, meeting, withhold } = await ward();
    const rulesTo = async (guest: Guest) =>
      ((await guest.get(at(meeting, 'readiness'))).body['advice'] as Advice[]).map(({ rule }) => rule);
    rowsRoot((await pen(patient, meeting, 'goals')).doc).push([
      newRow(sections.goals.fields, 'g1', { activity: 'Gå til postkassen' }),
    ]);
    const all = ['goal-without-score', 'goal-without-action', 'departure-missing'];
    await until(async () => (await rulesTo(nurse)).join() === all.join(), 'the goal to be seen');
    expect(await rulesTo(kin)).toEqual(all);
    await withhold(['goals']);
    expect(await rulesTo(kin)).toEqual(['departure-missing']);
    expect(await rulesTo(nurse)).toEqual(all);
    const { body } = await nurse.get(at(meeting, 'agreement'));
    expect((body['advice'] as Advice[]).map(({ rule }) => rule)).toEqual(all);
  });

  test('do not learn from a question whether it is answered where the answers are not shared', () => {
    const unanswered: Missing = { section: 'questions', code: 'not-replied', fields: ['answer'], row: 'x', who: [] };
    expect(missingFor({ role: 'kin', withheld: ['questions.answers'] }, [unanswered])).toEqual([]);
    expect(missingFor({ role: 'kin', withheld: ['story'] }, [unanswered])).toEqual([unanswered]);
  });

  test('hear nothing of the agreement on an open line, and hear it again at once when all is shared', async () => {
    const { kin, nurse, patient, meeting, withhold } = await ward();
    const [line, kari] = [windowOf(kin, meeting), windowOf(nurse, meeting)];
    await until(() => line.seen.agreement !== null && kari.seen.agreement !== null, 'the agreement');
    await withhold(['departure']);
    await until(() => line.seen.meeting?.participants.some(({ withheld }) => withheld.length) === true, 'the news');
    line.seen.agreement = null;
    const before = kari.seen.agreement!.hash;
    textRoot((await pen(patient, meeting, 'story')).doc).insert(0, 'Jeg vil hjem.');
    await until(() => kari.seen.agreement?.hash !== before, 'the new hash');
    const late = windowOf(kin, meeting);
    await until(() => late.seen.meeting !== null, 'a window that opens now');
    expect((await late.ask('signal', 'hand')).ok).toBe(true);
    expect((await line.ask('signal', null)).ok).toBe(true);
    expect([line.seen.agreement, late.seen.agreement]).toEqual([null, null]);
    await withhold([]);
    const isTold = () => [line, late].every(({ seen }) => seen.agreement?.hash === kari.seen.agreement?.hash);
    await until(isTold, 'what was kept from her', AT_ONCE_MS);
  });
});

test('what is withheld from somebody is for the patient, staff and that one to see, on every way', async () => {
  const { kin, nurse, patient, mona, meeting, withhold } = await ward();
  const brother = await joined(nurse, meeting, { role: 'kin', name: 'Ola Fiktiv' });
  const interpreter = await joined(nurse, meeting, { role: 'interpreter', name: 'Tora Tolk' });
  await withhold(['story']);
  const whose = await idOf(kin, meeting);
  const sees = async (by: Guest) => {
    const window = windowOf(by, meeting);
    await until(() => window.seen.meeting !== null, 'the view');
    const answer = await window.ask('signal', 'hand');
    const page = (await by.get(`/api/meetings/${meeting}`)).body as unknown as MeetingForMe;
    const views = [window.seen.meeting!, ...(answer.ok ? [answer.meeting] : []), page];
    return views.map(({ participants }) => participants.find(({ id }) => id === whose)?.withheld);
  };
  for (const by of [kin, patient, nurse, mona]) expect(await sees(by)).toEqual([['story'], ['story'], ['story']]);
  for (const by of [brother, interpreter]) expect(await sees(by)).toEqual([[], [], []]);
});

test('the page of kin lets go of the agreement when a part is not shared any more, and has it again', async () => {
  const { kin, patient, meeting, withhold } = await ward();
  const pageOf = async (guest: Guest) => {
    const own = (await guest.get(`/api/meetings/${meeting}`)).body as unknown as MeetingForMe;
    const page = new Meeting(own, windowOf(guest, meeting).socket);
    page.open();
    await until(() => page.agreement !== null, 'the agreement');
    return page;
  };
  const [line, aase] = [await pageOf(kin), await pageOf(patient)];
  expect(line.readsAll).toBe(true);
  await withhold(['story']);
  await until(() => line.agreement === null, 'it to be gone', AT_ONCE_MS);
  expect([line.readsAll, aase.readsAll, aase.agreement === null]).toEqual([false, true, false]);
  await withhold([]);
  await until(() => line.agreement !== null, 'it to be there again', AT_ONCE_MS);
  expect(line.readsAll).toBe(true);
});
