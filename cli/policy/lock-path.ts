/** The lock file lies beside the policy: `sealward.policy.yaml` and `sealward.policy.lock.json`. */
export const lockPath = (policyPath: string): string =>
  `${policyPath.replace(/\.ya?ml$/, '')}.lock.json`;
