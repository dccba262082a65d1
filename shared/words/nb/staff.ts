import { advice } from './advice.ts';
import { howItWas } from './howItWas.ts';
import { invite } from './invite.ts';
import { journal } from './journal.ts';
import { leading } from './leading.ts';
import { letter } from './letter.ts';
import { missing } from './missing.ts';
import { newMeeting } from './newMeeting.ts';
import { overview } from './overview.ts';
import { preparation } from './preparation.ts';
import { signals } from './signals.ts';
import { start } from './start.ts';
import { templates } from './templates.ts';

/** What it says to those alone who make, lead and prepare meetings, in bokmål. */
export const staff = {
  advice,
  howItWas,
  invite,
  journal,
  leading,
  letter,
  missing,
  newMeeting,
  overview,
  preparation,
  signals,
  start,
  templates,
};
