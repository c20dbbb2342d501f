import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { serialiseRefMessage } from '../../../core/messages/parse-ref-message.ts';
import type { DeployedStack } from '../../deploy-stack.ts';
import type { Faults } from '../../front/faults/create-faults.ts';
import type { LocalAws } from '../../start-local-aws.ts';
import { createKeys, type DemoKeys, toKeyArn } from '../stage/keys.ts';
import { writePolicy } from '../stage/policy.ts';
import { alertsOnWire } from './alerts-on-wire.ts';
import { functionLogs } from './function-logs.ts';
import { createListeners } from './listeners.ts';
import { outputOf } from './output-of.ts';
import { messagesIn } from './messages-in.ts';
import { createReadAuditBucket } from './read-audit-bucket.ts';
import { recordsOnWire } from './records-on-wire.ts';
import { createRunSealward } from './run-sealward.ts';
import { topicToQueue } from './topic-to-queue.ts';
import type { SeenAlert, SeenRecord, World } from './world.ts';

/** What has to be there before the stack is: the policy names keys. */
export type Prepared = { readonly keys: DemoKeys; readonly policyFile: string };

export const prepare = async (aws: LocalAws): Promise<Prepared> => {
  const kms = new KMSClient(aws.clientConfig);
  const keys = await createKeys(kms, aws.model, aws.account);
  kms.destroy();
  return { keys, policyFile: await writePolicy(aws.runDir, keys, aws) };
};

const WRITERS = ['Reencrypt', 'Copy', 'Quarantine'];
export const WORK_QUEUES = ['Objects', 'Backlog', ...WRITERS].map((name) => `${name}QueueUrl`);
const DEAD_LETTERS = ['Objects', 'Rule', ...WRITERS].map((name) => `${name}DlqUrl`);

/** The stack that `osls deploy` made, as the demo sees it. */
export const createDeployedWorld = (
  aws: LocalAws,
  prepared: Prepared,
  stack: DeployedStack,
  faults?: Faults,
): World => {
  const s3 = new S3Client(aws.clientConfig);
  const sqs = new SQSClient(aws.clientConfig);
  const output = outputOf(stack);
  const records = createListeners<SeenRecord>();
  const alerts: SeenAlert[] = [];
  let node = process.version;
  aws.onCall((call) => {
    const durableAt = call.at + call.ms;
    for (const record of recordsOnWire(call)) records.tell({ record, durableAt });
    alerts.push(...alertsOnWire(call));
    if (call.caller === 'function') node = nodeOf(call.userAgent) ?? node;
  });
  const urls = {
    objects: output('ObjectsQueueUrl'),
    backlog: output('BacklogQueueUrl'),
  };
  const { url, account, region, model, onCall, onEvent, deliver } = aws;
  const auditBucket = output('AuditBucketName');
  return {
    ...prepared,
    url,
    account,
    region,
    model,
    onCall,
    onEvent,
    deliver,
    s3,
    deployed: true,
    ...(faults !== undefined && { faults }),
    stack: stack.stackName,
    quarantine: {
      bucket: output('QuarantineBucketName'),
      keyArn: toKeyArn(output('QuarantineKeyArn')),
    },
    stateTable: output('StateTableName'),
    sealward: createRunSealward(aws.env, prepared.policyFile),
    objectsQueueArn: output('ObjectsQueueArn'),
    ledger: `s3://${auditBucket}/ledger/`,
    sendRefs: async (queue, message) => {
      const MessageBody = serialiseRefMessage(message);
      await sqs.send(new SendMessageCommand({ QueueUrl: urls[queue], MessageBody }));
    },
    topicToObjects: async (name) => topicToQueue(aws, name, output('ObjectsQueueArn')),
    onRecord: records.on,
    readLedger: createReadAuditBucket(s3, auditBucket),
    queued: async () =>
      (await messagesIn(sqs, WORK_QUEUES.map(output))) + (faults?.events.held() ?? 0),
    deadLetters: async () => messagesIn(sqs, DEAD_LETTERS.map(output)),
    alerts: () => alerts,
    node: () => node,
    saveLogs: async (folder) => {
      await mkdir(folder, { recursive: true });
      await copyFile(join(aws.runDir, 'stand-in.log'), join(folder, 'stand-in.log'));
      await writeFile(join(folder, 'functions.log'), await functionLogs(aws, stack.stackName));
    },
    stop: async () => {
      s3.destroy();
      sqs.destroy();
      await aws.stop();
    },
  };
};

// SDKs say it of themselves: `md/nodejs#24.21.0`
const nodeOf = (userAgent: string): string | undefined => {
  const version = /md\/nodejs#([\d.]+)/.exec(userAgent)?.[1];
  return version === undefined ? undefined : `v${version}`;
};
