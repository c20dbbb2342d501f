import type { Service } from '../../../local/model/call.ts';

/** What users, operators and S3's own lifecycle do to a run. */
export type UserAction =
  | {
      readonly kind: 'call';
      readonly service: Service;
      readonly name: string;
      readonly input: object;
    }
  | { readonly kind: 'message'; readonly body: string }
  | { readonly kind: 'sweep'; readonly buckets: readonly string[] } // lists what is current
  | { readonly kind: 'deploy'; readonly policyIndex: number; readonly mode: 'observe' | 'enforce' }
  | {
      readonly kind: 'on-version';
      readonly back: number;
      readonly name: string;
      readonly service: Service;
      readonly input: object;
    };
