import { describe, expect, it } from '@jest/globals';
import { putObject, type PutInput } from '../../local/demo/cases/upload.ts';
import { recordsOf, s3Calls, untilDrained, untilSettled } from './follow.ts';
import type { Stack } from './stack.ts';

const FIXED = ['HeadObject', 'UpdateObjectEncryption', 'HeadObject'];

export const describeCalls = (stack: () => Stack): void => {
  const compliant = (): PutInput => ({
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: stack().world.keys.payroll,
    BucketKeyEnabled: true,
  });

  describe('the S3 calls of the functions, counted at the wire', () => {
    it.each([
      ['a compliant object costs one', 'one-call', compliant, ['HeadObject']],
      ['an object that is mended costs three', 'three-calls', () => ({}), FIXED],
    ] as const)('%s', async (_title, key, input, expected) => {
      const upload = await putObject(stack().world, 'payroll', key, input());
      await untilSettled(stack(), upload);
      expect(s3Calls(stack(), upload)).toEqual(expected);
    });

    it.each([
      ['a compliant object', 'twice-compliant', compliant, ['HeadObject']],
      ['an object that was mended', 'twice-mended', () => ({}), FIXED],
    ] as const)(
      'the same event again, of %s, costs one and no write',
      async (_title, key, input, before) => {
        const upload = await putObject(stack().world, 'payroll', key, input());
        await untilSettled(stack(), upload);
        const intents = (): number =>
          recordsOf(stack(), upload).filter(({ unmapped }) => unmapped.sealward.intent).length;
        const intentsBefore = intents();

        stack().world.deliver(stack().events.filter((event) => event.key === key));
        const again = [...before, 'HeadObject'];
        await stack().until(
          'it is judged again',
          () => s3Calls(stack(), upload).length >= again.length,
        );
        await untilDrained(stack());
        expect(s3Calls(stack(), upload)).toEqual(again);
        expect(intents()).toBe(intentsBefore);
      },
    );

    it('a rule that asks for tags costs one more', async () => {
      const upload = await putObject(stack().world, 'shared', 'untagged');
      await untilSettled(stack(), upload);
      expect(s3Calls(stack(), upload)).toEqual(['HeadObject', 'GetObjectTagging']);
    });
  });
};
