import { type Command, InvalidArgumentError, Option } from 'commander';

/** Options that several commands have, worded once. */
export const regionOption = (): Option =>
  new Option('--region <region>', 'AWS Region (default: as for the AWS CLI)').argParser(
    (text: string) => {
      if (/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(text)) return text;
      throw new InvalidArgumentError('Expected a Region such as `eu-west-1`.');
    },
  );

export const accountOption = (): Option =>
  new Option(
    '--account <id>',
    'account that owns the bucket (default: the one you are signed in to)',
  ).argParser((text: string) => {
    if (/^\d{12}$/.test(text)) return text;
    throw new InvalidArgumentError('Expected 12 digits.');
  });

export const stackOption = (): Option =>
  new Option('--stack <name>', 'name of the deployed stack, such as `sealward-prod`')
    .argParser((text: string) => {
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
      if (/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(text)) return text;
      throw new InvalidArgumentError('Expected the name of a stack.');
    })
    .makeOptionMandatory();

export const reasonOption = (): Option =>
  new Option('--reason <text>', 'why; kept in the ledger').makeOptionMandatory();

export const policyOption = (): Option =>
  new Option('--policy <file>', 'policy file; its lock file lies beside it').default(
    'sealward.policy.yaml',
  );

export const jsonOption = (text: string): Option => new Option('--json', text);

/** At the end of every command's options. */
export const withDebug = (command: Command): Command =>
  command.option('--debug', 'print where an error was thrown');

/** A whole number from 1 to `most`. */
export const countUpTo =
  (most: number) =>
  (text: string): number => {
    const count = Number(text);
    if (/^\d+$/.test(text) && count >= 1 && count <= most) return count;
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${most}.`);
  };
