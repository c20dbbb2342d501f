import { CreateKeyCommand } from '@aws-sdk/client-kms';
import type { STSClient } from '@aws-sdk/client-sts';
import { createAbandonCopy } from '../../../app/copies/abandon-copy.ts';
import type { CopyPorts } from '../../../app/copies/copy-ports.ts';
import { createCopyWhole } from '../../../app/copies/copy-whole.ts';
import { notingRestored } from '../../../app/release/noting-restored.ts';
import type { BreakerState } from '../../../core/breaker/breaker-state.ts';
import type { OperatorRecord } from '../../../core/operator/operator-record.ts';
import { parseKeyArn } from '../../../core/keys/key-arn.ts';
import { reportingParts } from '../../../runtime/reporting-parts.ts';
import { stackPorts } from '../../../runtime/stack-ports.ts';
import type { CliStack } from '../../../runtime/wire-cli.ts';
import {
  INTENT,
  makeQuarantineWorld,
  MINUTES,
  QUARANTINE,
} from '../../app/quarantine/quarantine-world.ts';
import { ACCOUNT, keyArn, REGION } from '../../made/facts.ts';
import { run } from './door.ts';

export const STACK = 'sealward-test';
export const ID = INTENT.slice(0, 12);
export const RELEASE_ROLE = `arn:aws:iam::${ACCOUNT}:role/release`;
export const CALLER = `arn:aws:sts::${ACCOUNT}:assumed-role/release/jane`;
export const REASON = 'SEC-412: a test file';

/** A rule that quarantines what is not under its key. `more` goes below it. */
export const policyText = (more = '', target = ''): string => `
version: 1
mode: enforce
rules:
  - id: payroll
    match: { buckets: ["payroll-*"] }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: quarantine
    severity: high
${target}
${more}
`;
export const TARGET = '    target: { kms-key: alias/payroll }';
export const EXEMPTION = `exemptions:
  - id: etl
    match: { buckets: ["payroll-*"] }
    reason: vendor
    owner: data
    expires: 2027-01-31
`;

type Options = Parameters<typeof makeQuarantineWorld>[0] & {
  readonly policy?: string;
  readonly ledgerRefuses?: (record: OperatorRecord) => boolean;
  readonly interrupted?: AbortSignal;
  readonly breakers?: readonly BreakerState[];
};

/**
 * The whole command on the S3 model, with a quarantine that the deployed writer has filled. Only STS, the ledger and
 * the state table are made up.
 */
export const makeReleaseWorld = async ({
  policy = policyText('', TARGET),
  ledgerRefuses = () => false,
  interrupted,
  breakers = [],
  ...options
}: Options = {}) => {
  const world = await makeQuarantineWorld(options);
  const { KeyMetadata } = await world.kms.send(new CreateKeyCommand({}));
  const payrollKey = parseKeyArn(KeyMetadata?.Arn ?? '') ?? keyArn('none');
  const records: OperatorRecord[] = [];
  const writes: string[] = []; // calls that change something, in order
  const count = { ...world.around };
  world.around.before = async (call) => {
    if (/^(?:Put|Copy|Delete|Create|Complete|Upload|Abort)/.test(call)) writes.push(call);
    await count.before?.(call);
  };
  const sizes = { largestCopy: options.largestCopy ?? 1e9, partBytes: options.partBytes ?? 1e9 };
  const ports = stackPorts(
    {
      s3: world.s3,
      kms: world.kms,
      sts: {} as STSClient,
      dynamoDb: {} as never,
      firehose: {} as never,
    },
    { account: ACCOUNT, region: REGION },
    sizes,
    () => Promise.resolve(),
  );
  /** The state table's answers can be lost as well. */
  const lossy = ({ begin, end, ...others }: CopyPorts['progress']): CopyPorts['progress'] => ({
    ...others,
    begin: async (progress) => {
      const begun = await begin(progress);
      await world.around.after?.('progress.begin');
      return begun;
    },
    end: async (progress) => {
      await end(progress);
      await world.around.after?.('progress.end');
    },
  });
  const deployed: CliStack = {
    ...ports,
    kind: 'stack',
    name: STACK,
    account: ACCOUNT,
    region: REGION,
    outputs: {
      Mode: 'enforce',
      LedgerStreamName: 'ledger',
      StateTableName: 'state',
      QuarantineBucketName: QUARANTINE,
      QuarantineKeyArn: world.quarantineKey,
      QuarantineObjectRoleArn: `arn:aws:iam::${ACCOUNT}:role/quarantine`,
      ReleaseRoleArn: RELEASE_ROLE,
      QuarantineBuckets: 'payroll-*',
    },
    readCaller: () => Promise.resolve({ arn: CALLER, userId: 'AROA:jane', account: ACCOUNT }),
    releaseWith: (table, quarantine, onPart) => {
      const writing = ports.releaseWith(table, quarantine, onPart);
      const { progress } = world.ports;
      const copies = reportingParts({ ...world.ports, progress: lossy(progress) }, onPart);
      return {
        ...writing,
        readProgress: progress.read,
        abandonCopy: createAbandonCopy(world.ports),
        copyWhole: createCopyWhole(notingRestored(copies, writing.noteRestored)),
      };
    },
    listCopiesIn: () => () => Promise.resolve([...world.items.values()]),
    readBreakersIn: () => () => Promise.resolve(breakers),
    resumeBreakerIn: () => (rule) => {
      writes.push(`resume ${rule}`);
      return Promise.resolve(breakers.find((one) => one.rule === rule && one.opened !== undefined));
    },
    recordIn: () => (record) => {
      if (ledgerRefuses(record)) return Promise.resolve(false);
      records.push(record);
      writes.push(`record ${record.unmapped.sealward.outcome}`);
      return Promise.resolve(true);
    },
  };
  const pin = { account: ACCOUNT, region: REGION, alias: 'alias/payroll', keyArn: payrollKey };
  const readPayrollKey = ports.readKey;
  const stack: CliStack = {
    ...deployed,
    // the model knows no aliases
    readKey: (key) => readPayrollKey(key === 'alias/payroll' ? payrollKey : key),
  };
  const files = {
    'sealward.policy.lock.json': JSON.stringify({ version: 1, pins: [pin] }),
    'sealward.policy.yaml': policy,
  };
  const command = async (
    argv: readonly string[],
    more: {
      readonly policy?: string;
      readonly deployed?: CliStack;
      readonly interrupted?: AbortSignal;
    },
  ) => {
    const text = more.policy === undefined ? {} : { 'sealward.policy.yaml': more.policy };
    const here = { deployed: stack, ...more, files: { ...files, ...text } };
    return run(here, ...argv, '--stack', STACK);
  };
  return {
    ...world,
    stack,
    payrollKey,
    records,
    writes,
    move: async (ref: Parameters<typeof world.moveOrder>[0]) => {
      const outcome = await world.appliers.move(await world.moveOrder(ref), MINUTES);
      if (outcome === 'continue' || outcome.kind !== 'applied') throw new Error('not moved');
      world.tick();
      writes.length = 0;
    },
    isolate: async (ref: Parameters<typeof world.moveOrder>[0]) => {
      const outcome = await world.appliers.isolate(await world.isolateOrder(ref), MINUTES);
      if (outcome === 'continue' || outcome.kind !== 'applied') throw new Error('not isolated');
      world.tick();
      writes.length = 0;
    },
    sealward: async (
      argv: readonly string[],
      more: { readonly policy?: string; readonly deployed?: CliStack } = {},
    ) => command(argv, { ...more, ...(interrupted !== undefined && { interrupted }) }),
    /** The same command in a process that nobody interrupts. */
    again: async (argv: readonly string[], more: { readonly policy?: string } = {}) =>
      command(argv, more),
  };
};

export type ReleaseWorld = Awaited<ReturnType<typeof makeReleaseWorld>>;
