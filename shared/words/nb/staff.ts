import { advice } from './advice.ts';
import { deletion } from './deletion.ts';
import { delivery } from './delivery.ts';
import { howItWas } from './howItWas.ts';
import { invite } from './invite.ts';
import { journal } from './journal.ts';
import { journalText } from './journalText.ts';
import { leading } from './leading.ts';
import { letter } from './letter.ts';
import { missing } from './missing.ts';
import { newMeeting } from './newMeeting.ts';
import { overview } from './overview.ts';
import { preparation } from './preparation.ts';
import { signals } from './signals.ts';
import { signing } from './signing.ts';
import { start } from './start.ts';
import { templates } from './templates.ts';

/** What it says to those alone who make, lead and prepare meetings, in bokmål. */
export const staff = {
  advice,
  deletion,
  delivery,
  howItWas,
  invite,
  journal,
  journalText,
  leading,
  letter,
  missing,
  newMeeting,
  overview,
  preparation,
  signals,
  signing,
  start,
  templates,
};
