import { kmsKeyOf } from '../core/objects/encryption.ts';
import type { ObjectFacts, Unreadable } from '../core/objects/object-facts.ts';
import type { Outcome } from '../core/orders/order.ts';
import type { PlanFacts } from '../core/orders/plan-facts.ts';
import { planNeeds } from '../core/orders/plan-needs.ts';
import type { CompiledRule } from '../core/policy/compiled-policy.ts';
import { MARKER } from '../core/quarantine/marker.ts';
import type { JudgePorts } from './judge-ports.ts';

/**
 * Reads exactly what planning a remedy for this object asks for. A marker tag counts only where the object comes back
 * from our own order: uploaders write tags too, and the writer asks whether the bucket's policy still gives it a meaning.
 */
export const readPlanFacts = async (
  ports: JudgePorts,
  rule: CompiledRule,
  object: ObjectFacts,
  outcome: Outcome['kind'] | undefined, // of the order that it comes back from
): Promise<PlanFacts> => {
  const needs = planNeeds(rule, object, ports.account);
  const source = kmsKeyOf(object.encryption);
  const target = rule.target?.alias ?? rule.target?.keyArn;
  const { bucket } = object.ref;
  const [sourceKey, targetKey, replication, current, versioning, isolated] = await Promise.all([
    needs.includes('source-key') && source !== undefined ? ports.readKey(source) : undefined,
    needs.includes('target-key') && target !== undefined ? ports.readKey(target) : undefined,
    needs.includes('replication') ? ports.readReplication(bucket) : undefined,
    needs.includes('current') ? isCurrent(ports, object) : undefined,
    needs.includes('versioning') ? ports.readVersioning(bucket) : undefined,
    needs.includes('isolated') && outcome === 'applied' ? isIsolated(ports, object) : undefined,
  ]);
  return {
    account: ports.account,
    policyHash: ports.policy.policyHash,
    now: ports.now(),
    largestCopy: ports.largestCopy,
    ...(sourceKey !== undefined && { sourceKey }),
    ...(targetKey !== undefined && { targetKey }),
    ...(replication !== undefined && { replication }),
    ...(current !== undefined && { current }),
    ...(versioning !== undefined && { versioning }),
    ...(isolated !== undefined && { isolated }),
  };
};

const isCurrent = async (
  ports: JudgePorts,
  { ref }: ObjectFacts,
): Promise<boolean | Unreadable> => {
  const current = await ports.readObject({ bucket: ref.bucket, key: ref.key });
  if (current.kind === 'unreadable') return current;
  return current.kind === 'object' && current.ref.versionId === ref.versionId;
};

/** Unreadable tags say nothing: the writer merges the marker, and finds it there if it is. */
const isIsolated = async (ports: JudgePorts, { ref }: ObjectFacts): Promise<boolean> => {
  const reading = await ports.readObjectTags(ref);
  return reading.kind === 'tags' && Object.hasOwn(reading.tags, MARKER);
};
