import type { AsideCatalogue } from '../catalogue.ts';

/** When a meeting is deleted, and who has the plan: what remains of it, in plain words. */
export const ending: AsideCatalogue['ending'] = {
  announced: (day) =>
    `Everything in this meeting will be deleted on ${day}. What was agreed is in the records of those who have received the plan.`,
  patient: {
    announced: (day) =>
      `Everything you see here will be deleted on ${day}. The plan will then be in the records of those who have received it. If you want to keep it yourself, you can print it.`,
    who: 'Who has received the plan?',
    today: (time) => `today at ${time}`,
    received: (who, when) => `${who} received the plan ${when}.`,
    filed: (who, when) => `${who} entered the plan in their records ${when}.`,
    waiting: (who) => `The plan is on its way to ${who}.`,
    failed: (who) => `The plan has not reached ${who} yet. The professionals need to make sure that it arrives.`,
    notWanted: (who) => `${who} will not get the plan, as you wish.`,
  },
};
