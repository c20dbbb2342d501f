import { isUsableByS3 } from '../keys/key-facts.ts';
import type { Target } from '../policy/compiled-policy.ts';
import type { Plan } from './order.ts';
import type { PlanFacts } from './plan-facts.ts';
import { report } from './report.ts';

/**
 * The alias of the target resolves to another key than the pinned one.
 * INVARIANT: an alias that moved changes nothing: the pinned ARN is never replaced by what it resolves to.
 */
export const aliasMoved = ({ keyArn, alias }: Target, { targetKey }: PlanFacts): Plan | undefined =>
  targetKey?.kind === 'key' && targetKey.arn !== keyArn
    ? report(
        'alias-moved',
        `\`${alias ?? keyArn}\` is pinned to \`${keyArn}\` but now names \`${targetKey.arn}\``,
      )
    : undefined;

/** Why nothing can be encrypted under the target key now, or `undefined` where it can. */
export const targetKeyTrouble = (
  { keyArn, alias }: Target,
  { targetKey }: PlanFacts,
): Plan | undefined => {
  if (targetKey?.kind !== 'key') {
    const words = targetKey?.words ?? 'it was not asked for';
    return report('target-key-unusable', `\`${alias ?? keyArn}\` cannot be read: ${words}`);
  }
  return isUsableByS3(targetKey)
    ? undefined
    : report('target-key-unusable', `key \`${keyArn}\` is in state \`${targetKey.state}\``);
};
