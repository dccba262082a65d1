import { action } from './action.ts';
import { agreement } from './agreement.ts';
import { appointment } from './appointment.ts';
import { behalf } from './behalf.ts';
import { calendar } from './calendar.ts';
import { consent } from './consent.ts';
import { feedback } from './feedback.ts';
import { conversation } from './conversation.ts';
import { frame } from './frame.ts';
import { homeCopy } from './homeCopy.ts';
import { insight } from './insight.ts';
import { join } from './join.ts';
import { meeting } from './meeting.ts';
import { minutes } from './minutes.ts';
import { patient } from './patient.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { problems } from './problems.ts';
import { tasks } from './tasks.ts';
import { waiting } from './waiting.ts';

/** What the interface says to everyone in bokmål, by the place where it is said. */
export const nb = {
  action,
  agreement,
  appointment,
  behalf,
  calendar,
  consent,
  feedback,
  conversation,
  frame,
  homeCopy,
  insight,
  join,
  meeting,
  minutes,
  patient,
  people,
  plan,
  problems,
  tasks,
  waiting,
};
