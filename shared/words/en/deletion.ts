import type { StaffCatalogue } from '../catalogue.ts';

/** Deleting a meeting before its time. */
export const deletion: StaffCatalogue['deletion'] = {
  open: 'Delete the meeting early',
  lead: 'Do you no longer need the meeting here? As the one who leads it, you can delete it now.',
  why: 'Why should the meeting be deleted now?',
  whyHint: 'What you write stays in the log. Do not write anything about the patient.',
  whyMissing: 'Write why the meeting should be deleted now.',
  send: 'Delete the meeting',
  sureTitle: 'Delete everything in this meeting?',
  sure: 'The plan, the answers, the versions and the minutes will be gone for everyone. This cannot be undone. The log of who has seen what is kept.',
  nobodyHas: 'Nobody has said that they have received the plan yet.',
  yes: 'Yes, delete everything',
  notNow:
    'The meeting cannot be deleted yet. The plan is on its way to somebody, or has not reached them. Check who has received it, and try again.',
};
