import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { expect, it } from '@jest/globals';
import { createAsk, textOf } from '../../local/ask.ts';
import { takeMessages } from '../../local/matrix/matrix-row.ts';
import { startLocalAws } from '../../local/start-local-aws.ts';
import { checkout } from '../../local/stand-in/checkout.ts';
import { createRunDir } from '../../local/stand-in/run-dir.ts';
import { groupMembers } from '../../local/stand-in/process-group.ts';
import { openListeners, startStandIn } from '../../local/stand-in/start-stand-in.ts';
import { describeWithPython } from './stand-in/python-here.ts';
import { withScratchDir } from './stand-in/scratch-dir.ts';

const Bucket = 'payroll';

describeWithPython('startLocalAws', () => {
  it('brings an S3 event through EventBridge to a queue, and leaves nothing behind', async () => {
    const aws = await startLocalAws();
    try {
      const ask = createAsk(aws.url, aws.account, aws.region);
      const { QueueUrl } = await ask.json('sqs', 'CreateQueue', { QueueName: 'objects' });
      expect(QueueUrl).toBe(`${aws.url}/${aws.account}/objects`); // URLs that it hands out lead to the front
      await ask.json('events', 'PutRule', {
        Name: 'objects',
        EventPattern: '{"source":["aws.s3"]}',
      });
      const Arn = `arn:aws:sqs:${aws.region}:${aws.account}:objects`;
      await ask.json('events', 'PutTargets', { Rule: 'objects', Targets: [{ Id: 'q', Arn }] });

      const s3 = new S3Client(aws.clientConfig);
      await s3.send(
        new CreateBucketCommand({
          Bucket,
          CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
        }),
      );
      await s3.send(
        new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
      );
      const NotificationConfiguration = { EventBridgeConfiguration: {} };
      await s3.send(
        new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }),
      );
      const put = await s3.send(new PutObjectCommand({ Bucket, Key: 'ü +%', Body: 'x' }));
      s3.destroy();
      await aws.idle();

      const [body = '{}'] = await takeMessages(ask, textOf(QueueUrl), 1, 5_000);
      expect(JSON.parse(body)).toMatchObject({
        source: 'aws.s3',
        'detail-type': 'Object Created',
        account: aws.account,
        region: aws.region,
        detail: {
          bucket: { name: Bucket },
          object: {
            key: 'ü +%',
            'version-id': put.VersionId,
            sequencer: expect.stringMatching(/^[0-9A-F]{16,}$/),
          },
        },
      });
      expect(openListeners(await aws.standIn.listeners())).toEqual([]);
    } finally {
      await aws.stop();
    }
    expect(await groupMembers(aws.standIn.pid)).toEqual([]);
    expect(existsSync(aws.runDir)).toBe(false);
    await expect(fetch(aws.url)).rejects.toThrow('fetch failed');
  }, 120_000);

  it('ends with the process that started it, even when that is killed', async () => {
    const module = JSON.stringify(join(checkout, 'local', 'start-local-aws.ts'));
    const script = `const { startLocalAws } = await import(${module}); console.log((await startLocalAws()).standIn.pid);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(await groupMembers(pid)).not.toEqual([]);
    parent.kill('SIGKILL');
    const deadline = Date.now() + 5_000;
    while ((await groupMembers(pid)).length > 0 && Date.now() < deadline) await delay(20);
    expect(await groupMembers(pid)).toEqual([]);
  }, 60_000);

  it('says in one line that it did not start, and leaves nothing behind then either', async () => {
    await withScratchDir(async (dir) => {
      const runDir = await createRunDir(dir);
      const options = {
        frontUrl: 'http://127.0.0.1:9',
        account: '111122223333',
        region: 'eu-west-1',
        runDir,
      };
      await expect(startStandIn({ ...options, healthMs: 1 })).rejects.toThrow(
        /^the local AWS did not start within 1 ms: run it again, or remove `\.local` to have it installed anew \(its log ends with: .*\)$/,
      );
    });
  }, 60_000);
});
