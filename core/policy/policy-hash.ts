import { fingerprint } from '../fingerprint.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CompiledPolicy } from './compiled-policy.ts';

/** Names what a compiled policy says, however its file was laid out: 64 hex digits. */
export const policyHashOf = ({
  version,
  rules,
  exemptions,
  pins,
}: Omit<CompiledPolicy, 'policyHash'>): string =>
  fingerprint('policy', canonicalJson({ version, rules, exemptions, pins }));
