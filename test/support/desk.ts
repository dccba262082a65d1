import { onTestFinished } from 'vitest';
import type { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { SectionKey } from '#shared/plan/sections.ts';
import type { MeetingView } from '#shared/live.ts';
import type { SharedPart } from '#lib/state/sharedPart.svelte.ts';
import { SharedPlan } from '#lib/state/sharedPlan.svelte.ts';
import { idOf, type Guest } from './guest.ts';
import { ManualWorld, socketsWith } from './manualWorld.ts';
import { until } from './until.ts';
import { speechIn } from './speech.ts';

/** Somebody's window on the plan of a meeting, over the real line. */
export interface Desk {
  plan: SharedPlan;
  world: ManualWorld;
  /** Opens a part and waits until it has come. */
  open(key: SectionKey): Promise<SharedPart>;
  /** Waits until all that was written here is stored. */
  saved(): Promise<void>;
}

export async function desk(guest: Guest, meeting: string): Promise<Desk> {
  const participant = (await idOf(guest, meeting)) as ParticipantId;
  const view = (await guest.get(`/api/meetings/${meeting}`)).body as unknown as MeetingView;
  const me = view.participants.find(({ id }) => id === participant);
  if (!me) throw new Error('not in the meeting');
  const world = new ManualWorld(socketsWith(guest.cookie));
  const plan = new SharedPlan({
    meeting: meeting as MeetingId,
    who: { participant, role: me.role, profession: me.profession },
    url: `${guest.url.replace('http', 'ws')}/line/${meeting}`,
    speech: speechIn(),
    world,
  });
  onTestFinished(() => plan.close());
  const open = async (key: SectionKey) => {
    const part = plan.part(key);
    await until(() => part.loaded, `${key} to arrive`);
    return part;
  };
  return { plan, world, open, saved: () => until(() => plan.saving === 'saved', 'all to be saved') };
}
