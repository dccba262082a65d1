import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/** Ends the run with one line that a machine can read: `N passed, N failed`. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.state() === 'failed' && ![...module.children.allTests()].length);
    const counted = count('failed') + broken.length + errors.length;
    // A run that broke before its first test has failed too.
    const failed = reason === 'passed' ? counted : Math.max(counted, 1);
    const skipped = count('skipped');
    // The default reporter writes its own summary first.
    process.once('exit', () => {
      process.stdout.write(`\n${count('passed')} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
    });
  }
}
