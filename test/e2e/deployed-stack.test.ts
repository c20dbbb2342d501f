import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { problemsOf } from '../../local/demo/show/summary.ts';
import { runDemo } from '../../local/demo/run/run-demo.ts';
import { describeWithPython } from '../local/stand-in/python-here.ts';
import { describeAlerts } from './alerts.cases.ts';
import { describeArchived } from './archived.cases.ts';
import { describeBreaker } from './breaker.cases.ts';
import { describeCalls } from './calls.cases.ts';
import { describeHistories } from './histories.cases.ts';
import { describeLateAndTwice } from './late-and-twice.cases.ts';
import { describeMessages } from './messages.cases.ts';
import { describeRaces } from './races.cases.ts';
import { describeRelease } from './release.cases.ts';
import { describeRemedies } from './remedies.cases.ts';
import { deployOnce, type Stack } from './stack.ts';
import { describeUntouched } from './untouched.cases.ts';

jest.setTimeout(60_000);

// Deploying takes seconds, so every test of the running stack shares one.
describeWithPython('the stack, deployed by `osls deploy` on the local AWS', () => {
  let deployed: Stack;
  const stack = (): Stack => deployed;
  beforeAll(async () => {
    deployed = await deployOnce();
  }, 180_000);
  afterAll(async () => deployed?.stop());

  describe('the demo', () => {
    it('ends every kind of object exactly as expected', async () => {
      const { signal } = new AbortController();
      const result = await runDemo(stack().world, { signal });
      expect(problemsOf(result)).toEqual([]);
      const { p50Ms, ...counts } = result.numbers;
      expect(counts).toMatchObject({
        objects: 61,
        copied: 5,
        isolated: 5,
        quarantined: 4,
        released: 1,
        compliant: 7,
        reported: 12,
        exempt: 1,
        indeterminate: 1,
        unsettled: 0,
        unexpected: 0,
        bytesChanged: 0,
        versionsLost: 0,
        intentsOpen: 0,
        dlq: 0,
        deployed: true,
        node: process.version,
      });
      expect(counts.reencrypted + counts.gone).toBe(26); // one is deleted while it is judged
      expect(p50Ms).toBeLessThan(4_000);
    });
  });

  describeCalls(stack);
  describeUntouched(stack);
  describeRaces(stack);
  describeRemedies(stack);
  describeHistories(stack);
  describeLateAndTwice(stack);
  describeArchived(stack);
  describeRelease(stack);
  describeMessages(stack);
  describeAlerts(stack);
  describeBreaker(stack); // last: it leaves an order in its queue
});
