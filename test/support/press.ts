import { createPress } from '#server/export/pdf/press.ts';

/** A press as the house has it: a real thread. It does not keep a test alive. */
export const press = createPress({
  every(ms, then) {
    const timer = setInterval(then, ms);
    return () => clearInterval(timer);
  },
});
