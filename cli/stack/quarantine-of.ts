import { parseKeyArn } from '../../core/keys/key-arn.ts';
import type { Quarantine } from '../../core/quarantine/move-task.ts';
import { quoteText } from '../../core/show-text.ts';
import type { CliStack } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';
import { requireOutput } from './require-output.ts';

/** What a stack says of its quarantine. */
export type StackQuarantine = Quarantine & {
  readonly releaseRole: string; // ARN
  readonly stateTable: string;
  readonly ledgerStream: string;
};

export const quarantineOf = (stack: Pick<CliStack, 'name' | 'outputs'>): StackQuarantine => {
  const { name, outputs } = stack;
  if (outputs['QuarantineBucketName'] === undefined) {
    throw new CliError(
      'E_NOT_OPTED_IN',
      `stack ${quoteText(name)} has no quarantine: deploy it with the param \`quarantineBuckets\``,
    );
  }
  const keyArn = parseKeyArn(requireOutput(stack, 'QuarantineKeyArn'));
  if (keyArn === undefined) {
    throw new CliError(
      'E_STACK',
      `output \`QuarantineKeyArn\` of stack ${quoteText(name)} is no key ARN`,
    );
  }
  return {
    bucket: requireOutput(stack, 'QuarantineBucketName'),
    keyArn,
    releaseRole: requireOutput(stack, 'ReleaseRoleArn'),
    stateTable: requireOutput(stack, 'StateTableName'),
    ledgerStream: requireOutput(stack, 'LedgerStreamName'),
  };
};
