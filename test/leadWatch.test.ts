import { describe, expect, test } from 'vitest';
import { begun, does, talkOf, type Window } from './support/begun.ts';
import { joined } from './support/guest.ts';
import { windowOf } from './support/liveWindow.ts';
import { until } from './support/until.ts';
import { ward } from './support/ward.ts';

describe('when the facilitator’s line is lost', () => {
  test('staff who are here are asked one by one to lead; who declines is not asked again', async () => {
    const { windows, nurse, meeting } = await begun();
    const doctor = await joined(nurse, meeting, { role: 'hospital', name: 'Jonas Lie', profession: 'doctor' });
    const gp = await joined(nurse, meeting, { role: 'gp', name: 'Per Berg' });
    const [jonas, per] = [windowOf(doctor, meeting), windowOf(gp, meeting)];
    const { kari, aase, mona } = windows;
    await until(() => aase.seen.meeting!.participants.filter(({ present }) => present).length === 6, 'all six');
    expect(await does(mona, 'takeLead'), 'nobody has offered it').toBe('forbidden');
    kari.socket.disconnect();
    const offered = () => {
      const { talk, participants } = aase.seen.meeting!;
      return participants.find(({ id }) => id === talk.offered)?.name ?? null;
    };
    await until(() => offered() === 'Jonas Lie', 'the hospital to be asked first');
    expect(await does(mona, 'takeLead')).toBe('forbidden');
    expect(await does(jonas, 'declineLead')).toBe('ok');
    await until(() => offered() === 'Mona Hansen', 'the municipality to be asked');
    mona.socket.disconnect();
    await until(() => offered() === 'Per Berg', 'the GP to be asked when she goes too');
    expect(await does(per, 'takeLead')).toBe('ok');
    await until(() => aase.seen.meeting!.facilitator === talkOwner(per), 'Per to lead');
    expect(offered()).toBeNull();
    expect(await does(per, 'pause')).toBe('ok');
  });

  test('the offer goes when they are back in time, or come back', async () => {
    const { windows, nurse, meeting } = await begun();
    const { kari, aase } = windows;
    kari.socket.disconnect();
    await until(() => talkOf(aase).offered !== null, 'the offer');
    const again = windowOf(nurse, meeting);
    await until(() => again.seen.meeting !== null && talkOf(aase).offered === null, 'it to go');
    expect(await does(again, 'pause')).toBe('ok');
  });

  test('somebody is asked when it should have begun and the facilitator has not come', async () => {
    const { house, mona, meeting } = await ward();
    const other = windowOf(mona, meeting);
    await until(() => other.seen.meeting !== null, 'the view');
    expect(talkOf(other).offered).toBeNull();
    house.pass(Date.parse('2026-11-25T12:05:01+01:00') - Date.now());
    other.socket.disconnect();
    const again = windowOf(mona, meeting);
    await until(() => again.seen.meeting !== null && talkOf(again).offered !== null, 'the offer');
    expect(await does(again, 'start'), 'only who leads').toBe('forbidden');
    expect(await does(again, 'takeLead')).toBe('ok');
    expect(await does(again, 'start')).toBe('ok');
  });

  test('somebody is asked also when it is summed up, so that the plan can be agreed', async () => {
    const { windows } = await begun();
    const { kari, aase } = windows;
    await does(kari, 'sumUp');
    kari.socket.disconnect();
    await until(() => talkOf(aase).offered !== null, 'the offer');
  });

  test('nobody is asked before the meeting begins', async () => {
    const deferred: number[] = [];
    const defer = (ms: number, then: () => void) => {
      deferred.push(ms);
      setTimeout(then, Math.min(ms, 20));
    };
    const { nurse, mona, meeting } = await ward({ defer });
    const [kari, other] = [windowOf(nurse, meeting), windowOf(mona, meeting)];
    const here = () => other.seen.meeting?.participants.filter(({ present }) => present).length;
    const gone = async () => {
      await until(() => here() === 2, 'both');
      deferred.length = 0;
      return other;
    };
    await gone();
    kari.socket.disconnect();
    await until(() => here() === 1, 'her to be gone');
    expect(deferred).not.toContain(20_000);
    const again = windowOf(nurse, meeting);
    await gone();
    await does(again, 'start');
    again.socket.disconnect();
    await until(() => talkOf(other).offered !== null, 'somebody to be asked when it has begun');
    expect(deferred).toContain(20_000);
  });
});

const talkOwner = (who: Window) => who.seen.meeting!.participants.find(({ name }) => name === 'Per Berg')?.id;
