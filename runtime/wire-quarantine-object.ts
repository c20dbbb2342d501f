import { createApplyOrders } from '../app/apply-orders.ts';
import { createAbandonCopy } from '../app/copies/abandon-copy.ts';
import type { CopyPorts } from '../app/copies/copy-ports.ts';
import { createCopyWhole } from '../app/copies/copy-whole.ts';
import { createIsolateObject } from '../app/quarantine/isolate-object.ts';
import { createMoveObject } from '../app/quarantine/move-object.ts';
import {
  createCopyingS3Client,
  createDynamoDbClient,
  createS3Client,
  createSqsClient,
} from '../aws/clients.ts';
import { createReadAttributes } from '../aws/copies/read-attributes.ts';
import { createKeepManifest } from '../aws/quarantine/keep-manifest.ts';
import { createReadBucketPolicy } from '../aws/quarantine/read-bucket-policy.ts';
import { createReadManifest } from '../aws/quarantine/read-manifest.ts';
import { createRemoveCurrent, createRemoveVersion } from '../aws/quarantine/remove-original.ts';
import { createPutVersionTags, createReadVersionTags } from '../aws/quarantine/version-tags.ts';
import { createReadObject } from '../aws/read-object.ts';
import { createReadVersioning } from '../aws/read-versioning.ts';
import { assembleCopies } from './assemble-copies.ts';
import { type Environment, required } from './environment.ts';
import type { Clients, Parts } from './parts.ts';
import { quarantineOf, trustedRolesOf } from './quarantine-settings.ts';
import { wireParts } from './wire-parts.ts';
import { writerPorts } from './writer-ports.ts';

/** The writer that isolates and moves. The one function that may delete, and only what its copy was verified of. */
export const wireQuarantineObject = (env: Environment, bundle: string) => {
  const { logger, parts } = wireParts(env, bundle, {
    s3: createS3Client(),
    copying: createCopyingS3Client(),
    sqs: createSqsClient(),
    dynamoDb: createDynamoDbClient(),
  });
  return { logger, applyOrders: assembleQuarantineObject(parts) };
};

export const assembleQuarantineObject = (
  parts: Parts<'s3' | 'copying' | 'sqs' | 'dynamoDb'>,
): ReturnType<typeof createApplyOrders> => {
  const copies = assembleCopies(parts);
  const abandon = createAbandonCopy(copies);
  return createApplyOrders(
    {
      ...writerPorts(parts, 'SEALWARD_QUARANTINE_QUEUE'),
      apply: quarantineAppliers(parts.clients.s3, copies, parts.env),
      abandon: async ({ intentId }) => abandon(intentId),
      timeToApply: 60_000,
      atOnce: 1, // an order is a batch: its copy may take all the time there is
    },
    parts.complain,
  );
};

/** Both kinds of order on one client; `copies` brings its own, which waits longer for an answer. */
export const quarantineAppliers = (s3: Clients['s3'], copies: CopyPorts, env: Environment) => {
  const account = required(env, 'SEALWARD_ACCOUNT');
  const quarantine = quarantineOf(env);
  const shared = {
    stack: required(env, 'SEALWARD_STACK'),
    now: copies.now,
    readObject: createReadObject(s3, account),
    readAttributes: createReadAttributes(s3, account),
    readManifest: createReadManifest(s3, account, quarantine.bucket),
    keepManifest: createKeepManifest(s3, account, quarantine),
  };
  return {
    isolate: createIsolateObject({
      ...shared,
      partition: required(env, 'SEALWARD_PARTITION'),
      trustedRoles: trustedRolesOf(env),
      readBucketPolicy: createReadBucketPolicy(s3, account),
      readTags: createReadVersionTags(s3, account),
      putTags: createPutVersionTags(s3, account),
    }),
    move: createMoveObject({
      ...shared,
      quarantine,
      readVersioning: createReadVersioning(s3, account),
      copyWhole: createCopyWhole(copies),
      abandonCopy: createAbandonCopy(copies),
      removeCurrent: createRemoveCurrent(s3, account),
      removeVersion: createRemoveVersion(s3, account),
    }),
  };
};
