import type { AwsProblem } from '../../core/aws-problem.ts';
import type { AttributesReading } from '../../core/copies/attributes-reading.ts';
import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { KeyAlias, KeyArn } from '../../core/keys/key-arn.ts';
import type { KeyReading, RotationReading } from '../../core/keys/key-facts.ts';
import { type Encryption, kmsKeyOf } from '../../core/objects/encryption.ts';
import type { Reading, TagReading } from '../../core/objects/object-facts.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { BucketVersioning } from '../../core/orders/plan-facts.ts';
import type { Policy } from '../../core/policy/load-policy.ts';
import type { IsolateManifest, MoveManifest } from '../../core/quarantine/manifest.ts';
import { quarantineKeys } from '../../core/quarantine/quarantine-keys.ts';
import { planRestore } from '../../core/release/plan-restore.ts';
import { planUnmark } from '../../core/release/plan-unmark.ts';
import { type PolicyFacts, ruleOf } from '../../core/release/policy-facts.ts';
import type { Quarantined } from '../../core/release/quarantined.ts';
import { releaseIdOf } from '../../core/release/release-id.ts';
import { refuse, type ReleasePlan } from '../../core/release/release-plan.ts';
import { withoutMarker } from '../../core/release/without-marker.ts';

/** All that planning a release may ask. It writes nothing. */
export type ReadPlanPorts = {
  readonly policy: Policy;
  readonly account: string; // owner of the buckets
  readonly quarantineBucket: string;
  readonly readAttributes: (ref: Ref) => Promise<AttributesReading>;
  readonly readObject: (ref: Ref) => Promise<Reading>;
  readonly readVersionTags: (ref: Ref) => Promise<TagReading | Refusal>;
  readonly readVersioning: (bucket: string) => Promise<BucketVersioning>;
  readonly readBucketTags: (bucket: string) => Promise<TagReading>;
  readonly readKey: (key: KeyArn | KeyAlias) => Promise<KeyReading>;
  readonly readRotation: (key: KeyArn) => Promise<RotationReading>;
  readonly readProgress: (id: string) => Promise<CopyProgress | undefined>;
  readonly toProblem: (error: unknown) => AwsProblem | undefined;
  readonly now: () => Date;
};

type Entry = Extract<Quarantined, { kind: 'quarantined' }>;

/** Reads what there is to know, and plans. A bucket that is no more is a reason, not a failure. */
export const readPlan = async (ports: ReadPlanPorts, entry: Entry): Promise<ReleasePlan> => {
  try {
    return entry.manifest.kind === 'move'
      ? await readRestorePlan(ports, entry.manifest, entry)
      : await readUnmarkPlan(ports, entry.manifest, entry);
  } catch (error) {
    const problem = ports.toProblem(error);
    if (problem?.cause !== 'no-such-bucket') throw error;
    return refuse('bucket-gone', problem.words);
  }
};

const readRestorePlan = async (
  ports: ReadPlanPorts,
  manifest: MoveManifest,
  { release, restored }: Entry,
): Promise<ReleasePlan> => {
  const { bucket, key } = manifest.source.ref;
  const { object } = quarantineKeys(bucket, manifest.intentId);
  const [copy, destination, versioning, progress, facts] = await Promise.all([
    ports.readAttributes({ bucket: ports.quarantineBucket, key: object }),
    ports.readAttributes({ bucket, key }),
    ports.readVersioning(bucket),
    ports.readProgress(releaseIdOf(manifest.intentId)),
    readPolicyFacts(ports, manifest.source.ref, manifest.source.encryption, {
      kind: 'tags',
      tags: withoutMarker(manifest.source.tags),
    }),
  ]);
  return planRestore({
    ...facts,
    manifest,
    copy,
    destination,
    versioning,
    ...(release !== undefined && { release }),
    ...(restored !== undefined && { restored }),
    ...(progress !== undefined && { progress }),
  });
};

const readUnmarkPlan = async (
  ports: ReadPlanPorts,
  manifest: IsolateManifest,
  { release }: Entry,
): Promise<ReleasePlan> => {
  const { ref } = manifest.source;
  const [object, found] = await Promise.all([ports.readObject(ref), ports.readVersionTags(ref)]);
  const tags: TagReading =
    found.kind === 'changed' || found.kind === 'refused'
      ? { kind: 'tags-unreadable', words: found.words }
      : found;
  const encryption: Encryption = object.kind === 'object' ? object.encryption : { kind: 'none' };
  const facts = await readPolicyFacts(ports, ref, encryption, tags);
  return planUnmark({
    ...facts,
    manifest,
    object,
    tags,
    ...(release !== undefined && { release }),
  });
};

/** Tags first, since they decide which rule governs; then its keys. */
const readPolicyFacts = async (
  ports: ReadPlanPorts,
  ref: Ref,
  encryption: Encryption,
  objectTags: TagReading,
): Promise<PolicyFacts> => {
  const bucketTags = await ports.readBucketTags(ref.bucket);
  const { policy, account } = ports;
  const asked = { policy, account, now: ports.now(), ref, objectTags, bucketTags };
  const rule = ruleOf({ ...asked, keys: new Map(), rotations: new Map() });
  const { alias, keyArn } = rule?.target ?? {};
  const arns = [...new Set([kmsKeyOf(encryption), keyArn].filter((arn) => arn !== undefined))];
  const names = alias === undefined ? arns : [...arns, alias];
  const rotated = rule?.require.keyRotation === true ? arns : [];
  return {
    ...asked,
    keys: new Map(
      await Promise.all(names.map(async (name) => [name, await ports.readKey(name)] as const)),
    ),
    rotations: new Map(
      await Promise.all(rotated.map(async (arn) => [arn, await ports.readRotation(arn)] as const)),
    ),
  };
};
