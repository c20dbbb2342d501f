import type { AwsProblem, AwsProblemCause } from '../../core/aws-problem.ts';
import type { Verdict } from '../../core/judge/verdict.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { CompiledRule } from '../../core/policy/compiled-policy.ts';
import { describeAwsProblem } from '../describe-aws-problem.ts';
import type { Checked, CheckPorts } from './check-ports.ts';

/** What would fail for the next object just the same: going on would only repeat it. */
const HOPELESS: ReadonlySet<AwsProblemCause> = new Set([
  'no-credentials',
  'expired-credentials',
  'invalid-credentials',
  'no-region',
  'wrong-region',
  'no-such-bucket',
]);

export const isHopeless = ({ cause }: AwsProblem): boolean => HOPELESS.has(cause);

/** Judges one ref. A failure stays with its ref, unless it is everybody's. */
export const checkRef = async (ports: CheckPorts, ref: Ref): Promise<Checked> => {
  try {
    const judged = await ports.judgeRef(ref);
    const rule = judged.rule ?? ruleOf(ports, judged.verdict);
    return { kind: 'judged', ...judged, ...(rule !== undefined && { rule }) };
  } catch (error) {
    const problem = ports.toProblem(error);
    if (problem === undefined) throw error;
    if (isHopeless(problem)) {
      throw describeAwsProblem(problem, { bucket: ref.bucket, region: ports.region });
    }
    return { kind: 'failed', ref, problem };
  }
};

/** People ask about a compliant object too: what did its rule ask, and does it still? */
const ruleOf = ({ policy }: CheckPorts, verdict: Verdict): CompiledRule | undefined =>
  verdict.kind === 'compliant' ? policy.rules.find(({ id }) => id === verdict.rule) : undefined;
