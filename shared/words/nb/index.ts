import { agreement } from './agreement.ts';
import { frame } from './frame.ts';
import { invite } from './invite.ts';
import { join } from './join.ts';
import { meeting } from './meeting.ts';
import { missing } from './missing.ts';
import { newMeeting } from './newMeeting.ts';
import { patient } from './patient.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { problems } from './problems.ts';
import { start } from './start.ts';

/** Everything the interface says in bokmål, by the place where it is said. */
export const nb = {
  agreement,
  frame,
  invite,
  join,
  meeting,
  missing,
  newMeeting,
  patient,
  people,
  plan,
  problems,
  start,
};
