import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { putObject, type Upload } from '../../local/demo/cases/upload.ts';
import { takeSnapshot } from '../../local/demo/check/snapshot.ts';
import { clientConfig } from '../../local/start-local-aws.ts';
import { kindsOf, s3Calls, untilSettled } from './follow.ts';
import type { Stack } from './stack.ts';

const RULE = 'vault'; // of nothing else in these tests
const LIMIT = 10_000; // orders of one rule in an hour, unless the deployer says otherwise

/** The last of all: what is held waits longer than any test. */
export const describeBreaker = (stack: () => Stack): void => {
  describe('the circuit breaker of a rule, one order below its limit', () => {
    let dynamoDb: DynamoDBClient;
    const key = { id: { S: `breaker#${RULE}` } };
    beforeAll(async () => {
      const { url, account, region, stateTable } = stack().world;
      dynamoDb = new DynamoDBClient(clientConfig(url, account, region));
      const hour = `${new Date().toISOString().slice(0, 13)}:00:00.000Z`;
      const Item = { ...key, hour: { S: hour }, orders: { N: String(LIMIT - 1) } };
      await dynamoDb.send(new PutItemCommand({ TableName: stateTable, Item }));
    });
    afterAll(async () => {
      await dynamoDb.send(new DeleteItemCommand({ TableName: stack().world.stateTable, Key: key }));
      await stack().ask.json('sqs', 'PurgeQueue', {
        QueueUrl: stack().queueUrl('sealward-demo-copy'),
      });
      dynamoDb.destroy();
    });
    const show = async () => {
      const { sealward, stack: name } = stack().world;
      const { code, stdout } = await sealward(['breaker', 'show', '--stack', name]);
      return { code, lines: stdout.split('\n') };
    };

    it('lets one order go', async () => {
      const upload = await putObject(stack().world, 'vault', 'breaker/last');
      await untilSettled(stack(), upload);
      expect(kindsOf(stack(), upload)).toEqual(['intent', 'violation']); // copied: the old version stays
      expect(s3Calls(stack(), upload)).toContain('CopyObject');
      expect(await show()).toMatchObject({ code: 0 });
    });

    it('holds the next one: nothing is written, and its intent stays open', async () => {
      const held: Upload = await putObject(stack().world, 'vault', 'breaker/held');
      await stack().until('the order is held', () =>
        stack().calls.some(
          ({ service, body }) =>
            service === 'sqs' &&
            String(body).includes('breaker/held') &&
            String(body).includes('\\"why\\":\\"held\\"') &&
            String(body).includes('"DelaySeconds":900'),
        ),
      );
      expect(kindsOf(stack(), held)).toEqual(['intent']);
      expect(s3Calls(stack(), held)).not.toContain('CopyObject');
      expect(takeSnapshot(stack().world.model.state(), held)).toEqual(held.before);
    });

    it('tells so, in the ledger, in an alert and at the command line', async () => {
      const notices = async () =>
        (await stack().ledger()).filter(
          ({ unmapped: { sealward } }) =>
            sealward.kind === 'breaker-opened' && sealward.rule === RULE,
        );
      await stack().until('it is in the ledger', async () => (await notices()).length > 0);
      const [notice] = await notices();
      expect(notice?.unmapped.sealward).toMatchObject({ breaker: { orders: LIMIT } });
      await stack().until('it is alerted', () =>
        stack()
          .world.alerts()
          .some(({ body }) => body.includes(notice?.metadata.uid ?? 'no record')),
      );
      const { code, lines } = await show();
      expect(code).toBe(1);
      expect(lines.find((line) => line.endsWith(`rule ${RULE}`))).toMatch(/^open /);
    });

    it('goes on once a person says so, and why', async () => {
      const { sealward, stack: name } = stack().world;
      const args = [
        'breaker',
        'resume',
        RULE,
        '--stack',
        name,
        '--reason',
        'SEC-2: the import is known',
      ];
      expect(await sealward(args)).toMatchObject({ code: 0 });
      const { code, lines } = await show();
      expect(code).toBe(0);
      expect(lines.join('\n')).toContain('SEC-2: the import is known');
      const upload = await putObject(stack().world, 'vault', 'breaker/after');
      await untilCopied(upload);
      expect(s3Calls(stack(), upload)).toContain('CopyObject');
    });

    // `untilSettled` would wait for the held order too, whose queue never empties
    const untilCopied = async (upload: Upload): Promise<void> =>
      stack().until('it is copied', () => stack().traces.of(upload).finalAt !== undefined);
  });
};
