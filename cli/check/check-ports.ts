import type { JudgedRef } from '../../app/judge-ref.ts';
import type { AwsProblem } from '../../core/aws-problem.ts';
import type { TriggeredRef } from '../../core/messages/ref-message.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { CompiledPolicy } from '../../core/policy/compiled-policy.ts';

/** Page by page, in key order. */
export type ListRefs = (bucket: string, prefix: string) => AsyncIterable<readonly Ref[]>;

export type CheckPorts = {
  readonly account: string;
  readonly region: string;
  readonly policy: CompiledPolicy;
  readonly judgeRef: (ref: TriggeredRef) => Promise<JudgedRef>;
  readonly listObjects: ListRefs;
  readonly listVersions: ListRefs;
  readonly toProblem: (error: unknown) => AwsProblem | undefined;
};

/** What became of one ref. `failed` was not even read: after the SDK's own retries. */
export type Checked =
  | ({ readonly kind: 'judged' } & JudgedRef)
  | { readonly kind: 'failed'; readonly ref: Ref; readonly problem: AwsProblem };
