import type { Role } from '#shared/roles.ts';
import type { Catalogue } from '#shared/words/catalogue.ts';
import type { Meeting } from './meeting.svelte.ts';
import { firstName } from './people.ts';
import { turnsOf } from './turns.ts';

/** Whose turn it is, as the patient is told. */
export interface Turn {
  /** Null when everyone has had the word. */
  person: { name: string; role: Role } | null;
  title: string;
  text: string;
  mine: boolean;
}

/** Null while no meeting is on. */
export function turnOf({ me, facilitator, view }: Meeting, { patient }: Catalogue): Turn | null {
  if (view.state.status !== 'inMeeting') return null;
  const asked = view.participants.find(({ id }) => id === view.talk.offered);
  if (asked && facilitator) {
    const [title, text] = [patient.leadLost(firstName(facilitator.name)), patient.leadAsked(firstName(asked.name))];
    return { person: facilitator, title, text, mine: false };
  }
  if (view.state.countdown.kind === 'paused')
    return { person: facilitator, title: patient.paused, text: patient.pausedText, mine: false };
  const { speaker, next, lines } = turnsOf(view);
  if (speaker === null) {
    const leads = facilitator ? patient.leads(facilitator.name) : '';
    return { person: null, title: patient.allHad, text: leads, mine: false };
  }
  if (speaker.id === me?.id) {
    const text = view.talk.proposal ? patient.sayOfIt : patient.othersListen;
    return { person: me, title: patient.yourTurn(firstName(me.name)), text, mine: true };
  }
  const standing = lines.find(({ person }) => person.id === me?.id)?.standing;
  const { back } = turnsOf(view);
  const after = () => {
    if (back && back.id === me?.id) return patient.backToYou;
    if (back) return patient.backTo(firstName(back.name));
    if (next && next.id === me?.id) return patient.youNext;
    if (standing === 'had') return patient.youHad;
    return standing === 'passed' ? patient.youPassed : patient.youLater;
  };
  return { person: speaker, title: patient.theirTurn(firstName(speaker.name)), text: after(), mine: false };
}
