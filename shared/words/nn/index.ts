import { action } from './action.ts';
import { agreement } from './agreement.ts';
import { appointment } from './appointment.ts';
import { calendar } from './calendar.ts';
import { frame } from './frame.ts';
import { join } from './join.ts';
import { meeting } from './meeting.ts';
import { minutes } from './minutes.ts';
import { patient } from './patient.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { problems } from './problems.ts';
import { tasks } from './tasks.ts';

/** What the interface says to everyone in nynorsk, by the place where it is said. */
export const nn = {
  action,
  agreement,
  appointment,
  calendar,
  frame,
  join,
  meeting,
  minutes,
  patient,
  people,
  plan,
  problems,
  tasks,
};
