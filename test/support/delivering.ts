import type { Receiver } from '#server/delivery/receiver.ts';
import type { DeliveryView } from '#shared/delivery.ts';
import { Guest, signedIn } from './guest.ts';
import { agree, someone, writtenBy } from './held.ts';
import { runHouse } from './house.ts';
import { until } from './until.ts';

/** A receiver as the operator writes it down. */
export type SetUp = Partial<Omit<Receiver, 'token'>> & Pick<Receiver, 'id' | 'party' | 'url'> & { token?: string };

/** Who in Åse's meeting is from where. */
export const ORGANISATIONS = {
  municipality: 'Larvik kommune',
  gp: 'Nansetgata legekontor',
  hospital: 'Sykehuset i Vestfold (oppdiktet avdeling)',
};

export const setUp = (party: Receiver['party'], url: string, over: Partial<SetUp> = {}): SetUp => ({
  ...{ id: `${party}-1`, name: ORGANISATIONS[party], party, organisations: [ORGANISATIONS[party]], way: 'mhd', url },
  ...over,
});

const BEAT_MS = 5000;

/** A house that sends to these receivers, and looks for what is due all the time. */
export function runSendingHouse(receivers: readonly SetUp[], options: Parameters<typeof runHouse>[0] = {}) {
  return runHouse({
    ...options,
    env: { FHIR_RECEIVERS: JSON.stringify(receivers), FHIR_TIMEOUT_SECONDS: '20', ...options.env },
    over: {
      every(ms, then) {
        const timer = setInterval(then, ms === BEAT_MS ? 25 : ms);
        return () => clearInterval(timer);
      },
      ...options.over,
    },
  });
}

/** Åse's plan, written in such a house, and what one wants to know of its deliveries. */
export async function sendingMeeting(receivers: readonly SetUp[], options: Parameters<typeof runHouse>[0] = {}) {
  const house = await runSendingHouse(receivers, options);
  const { meeting, people } = await writtenBy(await signedIn(house.url, someone('kari')), 'kari');
  const path = `/api/meetings/${meeting}`;
  return { house, meeting, people, path, agreed: () => agree(people, meeting), ...watching(people.kari, path) };
}

/** What `guest` sees of the deliveries of a meeting. */
export function watching(guest: Guest, path: string) {
  const deliveries = async () => (await guest.get(`${path}/agreement`)).body['deliveries'] as DeliveryView[];
  const one = async (is: (delivery: DeliveryView) => boolean, what: string): Promise<DeliveryView> => {
    let found: DeliveryView | undefined;
    await until(async () => (found = (await deliveries()).find(is)) !== undefined, what);
    return found!;
  };
  const logged = async () =>
    (
      (await guest.get(`${path}/log`)).body as unknown as { action: string; about: string | null; name: string }[]
    ).filter(({ action }) => ['sending', 'delivered', 'delivery-failed', 'filed', 'sent-again'].includes(action));
  return { deliveries, one, logged, status: async () => statusOf(guest, path) };
}

async function statusOf(guest: Guest, path: string): Promise<unknown> {
  return ((await guest.get(path)).body['state'] as { status: unknown }).status;
}
