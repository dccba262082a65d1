import { MeetingId, ParticipantId } from '#shared/ids.ts';
import type { MeetingView, ParticipantView, TalkView } from '#shared/live.ts';
import { SILENCE, type Talk } from '#shared/meeting/talk.ts';
import type { Role } from '#shared/roles.ts';
import { readTemplates } from '#server/meeting/templates.ts';

/** When the sitting is looked at, ms since 1970. */
export const NOW = Date.UTC(2026, 10, 25, 12);
export const MINUTE_MS = 60_000;

/** Somebody who is here. */
export const seat = (name: string, role: Role): ParticipantView => ({
  ...{ id: ParticipantId.parse(`${name.split(' ')[0] ?? ''}`.toLowerCase().replace('å', 'aa').padEnd(24, '-')) },
  ...{ name, role, organisation: null, profession: null },
  ...{ withheld: [], present: true, signal: null, ready: false },
});

export const aase = seat('Åse Fiktiv', 'patient');
export const line = seat('Line Fiktiv', 'kin');
export const mona = seat('Mona Hansen', 'municipality');
export const per = seat('Per Berg', 'gp');
export const kari = seat('Kari Nilsen', 'hospital');
const EVERYBODY = [aase, line, mona, per, kari];

interface Told {
  talk?: Partial<Omit<Talk, 'ready'>> & Partial<Pick<TalkView, 'offered' | 'lacks' | 'order'>>;
  participants?: readonly ParticipantView[];
  over?: Partial<MeetingView>;
}

/** A meeting that Kari leads, in its second phase since two minutes, as its windows have it. */
export function sittingOf({ talk = {}, participants = EVERYBODY, over = {} }: Told = {}): MeetingView {
  const { ready: _ready, ...silence } = SILENCE;
  const template = readTemplates().get('frail-elderly');
  const order = participants.filter(({ present, role }) => present && role !== 'interpreter').map(({ id }) => id);
  return {
    ...{
      id: MeetingId.parse('m'.repeat(24)),
      title: 'Utskrivingsmøte',
      patient: { name: 'Åse Fiktiv', birthYear: 1944 },
    },
    ...{
      startsAt: NOW,
      videoUrl: null,
      helpPhone: null,
      demo: true,
      template,
      facilitator: kari.id,
      refused: [],
      follows: null,
      deletesAt: null,
    },
    state: {
      ...{ status: 'inMeeting', startedAt: NOW - 5 * MINUTE_MS, phase: template.phases[1]!.id },
      countdown: { kind: 'running', endsAt: NOW + 6 * MINUTE_MS },
    },
    participants: [...participants],
    talk: { ...silence, order, offered: null, lacks: [], ...talk },
    now: NOW,
    ...over,
  };
}
