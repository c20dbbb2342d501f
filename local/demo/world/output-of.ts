import type { DeployedStack } from '../../deploy-stack.ts';

/** Reads outputs of a stack; one that is not there is a mistake of ours, not something to go on without. */
export const outputOf =
  ({ stackName, outputs }: DeployedStack) =>
  (name: string): string => {
    const value = outputs[name];
    if (value === undefined) throw new Error(`stack \`${stackName}\` has no output \`${name}\``);
    return value;
  };
