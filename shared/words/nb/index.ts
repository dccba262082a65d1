import { action } from './action.ts';
import { advice } from './advice.ts';
import { agreement } from './agreement.ts';
import { appointment } from './appointment.ts';
import { frame } from './frame.ts';
import { invite } from './invite.ts';
import { join } from './join.ts';
import { leading } from './leading.ts';
import { meeting } from './meeting.ts';
import { minutes } from './minutes.ts';
import { missing } from './missing.ts';
import { newMeeting } from './newMeeting.ts';
import { overview } from './overview.ts';
import { patient } from './patient.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { preparation } from './preparation.ts';
import { problems } from './problems.ts';
import { start } from './start.ts';
import { tasks } from './tasks.ts';
import { templates } from './templates.ts';

/** Everything the interface says in bokmål, by the place where it is said. */
export const nb = {
  action,
  advice,
  agreement,
  appointment,
  frame,
  invite,
  join,
  leading,
  meeting,
  minutes,
  missing,
  newMeeting,
  overview,
  patient,
  people,
  plan,
  preparation,
  problems,
  start,
  tasks,
  templates,
};
