import { judge } from '../core/judge/judge.ts';
import { needs } from '../core/judge/needs.ts';
import type { Known } from '../core/judge/known.ts';
import type { Verdict } from '../core/judge/verdict.ts';
import type { TriggeredRef } from '../core/messages/ref-message.ts';
import { kmsKeyOf } from '../core/objects/encryption.ts';
import type { Reading } from '../core/objects/object-facts.ts';
import { boundWait } from '../core/orders/bound-wait.ts';
import type { Plan } from '../core/orders/order.ts';
import { planRemedy } from '../core/orders/plan-remedy.ts';
import type { CompiledRule } from '../core/policy/compiled-policy.ts';
import type { JudgePorts } from './judge-ports.ts';
import { readPlanFacts } from './read-plan-facts.ts';

export type JudgedRef = {
  readonly triggered: TriggeredRef;
  readonly reading: Reading;
  readonly verdict: Verdict;
  readonly rule?: CompiledRule; // the governing one, for violations
  readonly plan?: Plan; // for violations
  readonly at: Date; // just before it was read: what a later reading says is newer
};

/** Reads what one ref needs, judges it, and plans what should follow. Throws what the queue should try again. */
export const createJudgeRef =
  (ports: JudgePorts) =>
  async (triggered: TriggeredRef): Promise<JudgedRef> => {
    const at = ports.now();
    const reading = await ports.readObject(triggered);
    const known = await readKnown(ports, reading, { account: ports.account });
    const verdict = judge(ports.policy, reading, known, ports.now());
    if (verdict.kind !== 'violation' || reading.kind !== 'object') {
      return { triggered, reading, verdict, at };
    }
    const rule = ports.policy.rules.find(({ id }) => id === verdict.rule);
    if (rule === undefined) {
      throw new Error(`verdict under rule \`${verdict.rule}\`, which the policy does not have`);
    }
    const facts = await readPlanFacts(ports, rule, reading, triggered.returned?.outcome.kind);
    const plan = boundWait(planRemedy(rule, verdict, reading, facts), triggered.attempt ?? 0);
    return { triggered, reading, verdict, rule, plan, at };
  };

/** Tags first, since they decide which rule governs; then what that rule asks of the key. */
const readKnown = async (ports: JudgePorts, reading: Reading, known: Known): Promise<Known> => {
  const asked = needs(ports.policy, reading, known);
  if (asked.length === 0 || reading.kind !== 'object') {
    return known;
  }
  const { ref, encryption } = reading;
  const keyArn = kmsKeyOf(encryption);
  const [objectTags, bucketTags, key, rotation] = await Promise.all([
    asked.includes('object-tags') ? ports.readObjectTags(ref) : undefined,
    asked.includes('bucket-tags') ? ports.readBucketTags(ref.bucket) : undefined,
    asked.includes('key') && keyArn !== undefined ? ports.readKey(keyArn) : undefined,
    asked.includes('rotation') && keyArn !== undefined ? ports.readRotation(keyArn) : undefined,
  ]);
  return readKnown(ports, reading, {
    ...known,
    ...(objectTags !== undefined && { objectTags }),
    ...(bucketTags !== undefined && { bucketTags }),
    ...(key !== undefined && { key }),
    ...(rotation !== undefined && { rotation }),
  });
};
