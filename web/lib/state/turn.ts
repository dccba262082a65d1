import type { Phase } from '#shared/meeting/template.ts';
import type { Role } from '#shared/roles.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';
import type { Meeting } from './meeting.svelte.ts';
import { firstName } from './people.ts';

/** Whose turn it is, as the patient is told. */
export interface Turn {
  /** Null when nobody of that party is here. */
  person: { name: string; role: Role } | null;
  title: string;
  text: string;
}

export function turnOf(meeting: Meeting, phase: Phase, { patient, people }: Catalogue): Turn {
  const { me, facilitator, view } = meeting;
  const leads = facilitator ? patient.leads(facilitator.name) : '';
  if (view.state.status === 'inMeeting' && view.state.countdown.kind === 'paused')
    return { person: facilitator, title: patient.paused, text: patient.pausedText };
  if (phase.firstSpeaker === 'patient')
    return { person: me, title: patient.yourTurn(firstName(me?.name ?? '')), text: `${patient.othersListen} ${leads}` };
  const speaker =
    facilitator?.role === phase.firstSpeaker
      ? facilitator
      : (view.participants.find(({ role, present }) => present && role === phase.firstSpeaker) ?? null);
  if (speaker && speaker === facilitator)
    return { person: speaker, title: patient.theyLead(speaker.name), text: patient.youNext };
  const name = speaker ? firstName(speaker.name) : people.party[phase.firstSpeaker];
  return { person: speaker, title: patient.theirTurn(name), text: `${patient.youNext} ${leads}` };
}
