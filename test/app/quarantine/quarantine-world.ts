import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectAnnotationCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  type ObjectVersion,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectAnnotationCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import type { CopyPorts } from '../../../app/copies/copy-ports.ts';
import { denyStatement } from '../../../core/guard/deny-statement.ts';
import { parseRoleArn, type RoleArn } from '../../../core/guard/role-arn.ts';
import type { Isolate, Move, Pin } from '../../../core/orders/order.ts';
import type { Ref } from '../../../core/objects/ref.ts';
import { quarantineAppliers } from '../../../runtime/wire-quarantine-object.ts';
import { ACCOUNT, makeViolation } from '../../made/facts.ts';
import { makeCopyWorld } from '../copies/copy-world.ts';

export const SOURCE = 'payroll-2026';
export const QUARANTINE = 'quarantine';
export const KEY = '/../a//b?versionId=x&+%2F é🦊';
export const INTENT = 'e'.repeat(64);
export const MOVED_TO = `s3://${QUARANTINE}/${SOURCE}/${INTENT}/object`;
export const ROLES = ['reader', 'quarantine', 'release'].map(
  (name) => parseRoleArn(`arn:aws:iam::${ACCOUNT}:role/${name}`) as RoleArn,
);

/** What happens around each call of the writer. To throw is to lose the call, or its answer. */
export type Around = {
  before?: (call: string) => void | Promise<void>;
  after?: (call: string) => void | Promise<void>;
};

export type Versioning = 'Enabled' | 'Suspended' | undefined;

type Options = {
  readonly versioning?: Versioning;
  readonly lock?: true;
  readonly guarded?: false;
  readonly largestCopy?: number;
  readonly partBytes?: number;
};

/** The quarantine writer on the S3 model, through the SDK, wired as it is deployed. */
export const makeQuarantineWorld = async (options: Options = {}) => {
  const around: Around = {};
  let clock = Date.parse('2026-11-24T12:00:00Z');
  const { largestCopy, partBytes } = options;
  const world = makeCopyWorld({
    now: () => clock,
    ...(largestCopy !== undefined && { largestCopy }),
    ...(partBytes !== undefined && { partBytes }),
    limits: { minPartBytes: 4 },
  });
  const { s3: user, kms } = world.as({ account: ACCOUNT });
  world.s3.middlewareStack.add(
    (next, context) => async (args) => {
      const call = String(context['commandName']).replace(/Command$/, '');
      await around.before?.(call);
      const answer = await next(args);
      await around.after?.(call);
      return answer;
    },
    { step: 'initialize' },
  );
  const setVersioning = async (Bucket: string, Status: 'Enabled' | 'Suspended') =>
    user.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
  const createBucket = async (Bucket: string, Status: Versioning, lock?: true): Promise<void> => {
    await user.send(
      new CreateBucketCommand({
        Bucket,
        CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
        ...(lock && { ObjectLockEnabledForBucket: true }),
      }),
    );
    if (Status !== undefined) await setVersioning(Bucket, Status);
  };
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await createBucket(SOURCE, options.versioning, options.lock);
  await createBucket(QUARANTINE, 'Enabled');
  if (options.guarded !== false) {
    const statement = denyStatement({ bucket: SOURCE, partition: 'aws', trustedRoles: ROLES });
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await user.send(new PutBucketPolicyCommand({ Bucket: SOURCE, Policy }));
  }
  const appliers = quarantineAppliers(world.s3, withAround(world.ports, around), {
    SEALWARD_ACCOUNT: ACCOUNT,
    SEALWARD_PARTITION: 'aws',
    SEALWARD_STACK: 'sealward-test',
    SEALWARD_QUARANTINE_BUCKET: QUARANTINE,
    SEALWARD_QUARANTINE_KEY: KeyMetadata?.Arn,
    SEALWARD_TRUSTED_ROLES: ROLES.join(','),
  });

  const put = async (Body: string, input: Partial<PutObjectCommandInput> = {}): Promise<Ref> => {
    clock += 1_000;
    const { VersionId: versionId } = await user.send(
      new PutObjectCommand({ Bucket: SOURCE, Key: KEY, Body, ...input }),
    );
    const key = input.Key ?? KEY;
    return { bucket: SOURCE, key, ...(versionId !== undefined && { versionId }) };
  };
  const remove = async (VersionId?: string) => {
    clock += 1_000;
    return user.send(new DeleteObjectCommand({ Bucket: SOURCE, Key: KEY, VersionId }));
  };

  /** Newest first: `id:etag`, or `marker` for a delete marker. Ids of markers differ from run to run. */
  const versions = async (bucket = SOURCE): Promise<readonly string[]> => {
    const listed = await user.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    const { Versions = [], DeleteMarkers = [] } = listed;
    return [...Versions, ...DeleteMarkers]
      .toSorted((a, b) => Number(b.LastModified) - Number(a.LastModified))
      .map((one) => ('ETag' in one ? `${one.VersionId}:${(one as ObjectVersion).ETag}` : 'marker'));
  };
  const read = async (bucket: string, key: string, versionId?: string) => {
    const input = { Bucket: bucket, Key: key, VersionId: versionId };
    const { Body } = await user.send(new GetObjectCommand(input));
    return Body?.transformToString();
  };
  const tagsOf = async ({ bucket: Bucket, key: Key, versionId: VersionId }: Ref) => {
    const { TagSet = [] } = await user.send(
      new GetObjectTaggingCommand({ Bucket, Key, VersionId }),
    );
    return Object.fromEntries(TagSet.map((tag) => [tag.Key, tag.Value]));
  };
  const tag = async ({ bucket: Bucket, key: Key, versionId: VersionId }: Ref, name: string) =>
    user.send(
      new PutObjectTaggingCommand({
        Bucket,
        Key,
        VersionId,
        Tagging: { TagSet: [{ Key: name, Value: '' }] },
      }),
    );
  const annotate = async (text: string) =>
    user.send(
      new PutObjectAnnotationCommand({
        Bucket: SOURCE,
        Key: KEY,
        AnnotationName: 'note',
        AnnotationPayload: new TextEncoder().encode(text),
      }),
    );
  /** The annotation that lies beside the copy in quarantine. */
  const annotationThere = async (): Promise<string | undefined> => {
    const Key = MOVED_TO.slice(`s3://${QUARANTINE}/`.length);
    const { AnnotationPayload } = await user.send(
      new GetObjectAnnotationCommand({ Bucket: QUARANTINE, Key, AnnotationName: 'note' }),
    );
    return AnnotationPayload?.transformToString();
  };
  /** What a plain GET finds. */
  const current = async (): Promise<string | undefined> => {
    try {
      return await read(SOURCE, KEY);
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return undefined;
      throw error;
    }
  };
  /** Each key once, however many versions it has. */
  const inQuarantine = async () => {
    const listed = await user.send(new ListObjectVersionsCommand({ Bucket: QUARANTINE }));
    return [...new Set((listed.Versions ?? []).map(({ Key = '' }) => Key))];
  };
  const pinOf = async ({ bucket, key, versionId }: Ref): Promise<Pin> => {
    if (versionId !== undefined && versionId !== 'null') return { kind: 'version', versionId };
    const head = await user.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    const lastModified = head.LastModified?.toISOString() ?? '';
    return { kind: 'etag', etag: head.ETag?.replaceAll('"', '') ?? '', lastModified };
  };
  const order = async (ref: Ref) => ({
    ref,
    pin: await pinOf(ref),
    because: makeViolation(),
    policyHash: 'hash',
    intentId: INTENT,
  });

  return {
    ...world,
    user,
    around,
    quarantineKey: KeyMetadata?.Arn ?? '',
    appliers,
    setVersioning,
    put,
    remove,
    versions,
    read,
    tagsOf,
    tag,
    annotate,
    annotationThere,
    current,
    inQuarantine,
    tick: () => {
      clock += 1_000;
    },
    moveOrder: async (ref: Ref): Promise<Move> => ({ kind: 'move', ...(await order(ref)) }),
    isolateOrder: async (ref: Ref): Promise<Isolate> => ({
      kind: 'isolate',
      ...(await order(ref)),
    }),
  };
};

export type QuarantineWorld = Awaited<ReturnType<typeof makeQuarantineWorld>>;
export const MINUTES = (): number => 300_000;

/** The state table's calls can be lost as well. */
const withAround = (ports: CopyPorts, around: Around): CopyPorts => {
  const wrap =
    <Args extends readonly unknown[], Answer>(
      call: string,
      ask: (...args: Args) => Promise<Answer>,
    ) =>
    async (...args: Args): Promise<Answer> => {
      await around.before?.(call);
      const answer = await ask(...args);
      await around.after?.(call);
      return answer;
    };
  const { read, begin, advance, end } = ports.progress;
  return {
    ...ports,
    progress: {
      ...ports.progress,
      read: wrap('progress.read', read),
      begin: wrap('progress.begin', begin),
      advance: wrap('progress.advance', advance),
      end: wrap('progress.end', end),
    },
  };
};
