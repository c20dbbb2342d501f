import type { KeyFacts } from './key-facts.ts';

export type PinFlaws = {
  readonly flaws: readonly string[]; // reasons not to pin
  readonly notes: readonly string[]; // worth knowing: a key's state may change again
};

/**
 * Whether a key may stand in a policy. Spec and usage never change; the state does, so only a target has to be
 * enabled now. https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 */
export const pinFlaws = (
  { state, spec, usage, manager }: KeyFacts,
  isTarget: boolean,
): PinFlaws => {
  const unlike = [
    spec === 'SYMMETRIC_DEFAULT'
      ? undefined
      : `its spec is \`${spec}\`, and S3 takes only \`SYMMETRIC_DEFAULT\``,
    usage === 'ENCRYPT_DECRYPT'
      ? undefined
      : `its usage is \`${usage}\`, and S3 takes only \`ENCRYPT_DECRYPT\``,
    isTarget && manager === 'aws'
      ? 'it is an AWS managed key, which cannot be a target'
      : undefined,
  ];
  const disabled = state === 'Enabled' ? undefined : `its state is \`${state}\``;
  return {
    flaws: [...unlike, isTarget ? disabled : undefined].filter((flaw) => flaw !== undefined),
    notes: disabled === undefined || isTarget ? [] : [disabled],
  };
};
