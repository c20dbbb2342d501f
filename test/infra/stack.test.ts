import { rm } from 'node:fs/promises';
import { afterAll, beforeAll } from '@jest/globals';
import { describeAlarms } from './alarms.cases.ts';
import { describeFunctions } from './functions.cases.ts';
import { describeLedger } from './ledger.cases.ts';
import { type PackagedStack, packageOnce } from './packaged-stack.ts';
import { describeQueues } from './queues.cases.ts';
import { describeResourcePolicies } from './resource-policies.cases.ts';
import { describeRoles } from './roles.cases.ts';
import { describeStructure } from './structure.cases.ts';

// Packaging takes seconds, so every test of the finished template shares one.
let packaged: PackagedStack;
const stack = (): PackagedStack => packaged;

beforeAll(async () => {
  packaged = await packageOnce();
}, 60_000);
afterAll(async () => rm(packaged.dir, { recursive: true, force: true }));

describeStructure(stack);
describeQueues(stack);
describeFunctions(stack);
describeRoles(stack);
describeResourcePolicies(stack);
describeLedger(stack);
describeAlarms(stack);
