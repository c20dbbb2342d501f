import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAlarms } from './alarms.cases.ts';
import { describeFunctions } from './functions.cases.ts';
import { describeLedger } from './ledger.cases.ts';
import { optedIn, type PackagedStack, packageOnce } from './packaged-stack.ts';
import { describeQuarantine } from './quarantine.cases.ts';
import { describeQueues } from './queues.cases.ts';
import { describeReleaseRole } from './release-role.cases.ts';
import { describeResourcePolicies } from './resource-policies.cases.ts';
import { describeRoles } from './roles.cases.ts';
import { describeStructure } from './structure.cases.ts';
import { describeWriters } from './writers.cases.ts';

// Packaging takes seconds, so every test of a finished template shares one.
let packaged: readonly [PackagedStack, PackagedStack];

beforeAll(async () => {
  packaged = await Promise.all([packageOnce(), packageOnce(optedIn)]);
}, 60_000);
afterAll(async () => {
  for (const { dir } of packaged) await rm(dir, { recursive: true, force: true });
});

const stack = (): PackagedStack => packaged[0];
const optedInStack = (): PackagedStack => packaged[1];

describe.each([
  ['nothing opted in', stack],
  ['everything opted in', optedInStack],
])('with %s,', (_title, one) => {
  describeStructure(one);
  describeQueues(one);
  describeFunctions(one);
  describeRoles(one);
  describeResourcePolicies(one);
  describeLedger(one);
  describeAlarms(one);
});

describeWriters(optedInStack);
describeQuarantine(optedInStack);
describeReleaseRole(optedInStack);
