import { action } from './action.ts';
import { agreement } from './agreement.ts';
import { appointment } from './appointment.ts';
import { behalf } from './behalf.ts';
import { calendar } from './calendar.ts';
import { consentCard } from './consentCard.ts';
import { conversation } from './conversation.ts';
import { frame } from './frame.ts';
import { join } from './join.ts';
import { meeting } from './meeting.ts';
import { patient } from './patient.ts';
import { people } from './people.ts';
import { plain } from './plain.ts';
import { plan } from './plan.ts';
import { problems } from './problems.ts';
import { waiting } from './waiting.ts';
import { written } from './written.ts';

/** What the interface says to everyone in bokmål, by the place where it is said. */
export const nb = {
  action,
  agreement,
  appointment,
  behalf,
  calendar,
  consentCard,
  conversation,
  frame,
  join,
  meeting,
  patient,
  people,
  plain,
  plan,
  problems,
  waiting,
  written,
};
