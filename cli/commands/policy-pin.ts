import type { Command } from 'commander';
import type { Finish } from '../exit-codes.ts';
import { planPins } from '../../app/pin-aliases.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { connect } from '../connect.ts';
import { lockPath } from '../policy/lock-path.ts';
import { readPolicyFiles, requireValid } from '../policy/read-policy-files.ts';
import { runPin } from '../policy/run-pin.ts';
import { policyOption, regionOption, withDebug } from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Look up the key behind each alias of the policy, and write it into the lock file.

An alias can be pointed at another key by anyone who may. So the stack encrypts only
under keys that were pinned, and the lock file is committed with the policy. Run it once
for each account and Region that the policy is deployed to. Keys that S3 cannot use are
refused; an alias that moved since it was pinned needs --accept-moved.`;

const AFTER = `
Needs: kms:DescribeKey on the keys of the policy.

Exit codes:
  0    the lock file is up to date, or was written
  1    with --dry-run: the lock file is not up to date
  2    an alias was not found, moved, or is under a key that S3 cannot use; nothing was written

Examples:
  $ sealward policy pin --region eu-west-1
  $ sealward policy pin --dry-run`;

type PinOptions = {
  readonly policy: string;
  readonly dryRun?: true;
  readonly acceptMoved?: true;
  readonly region?: string;
};

export const addPolicyPin = (policy: Command, door: CliDoor, finish: Finish): void => {
  const command = policy
    .command('pin')
    .summary('look up the key behind each alias, and write it into the lock file')
    .description(unwrap(ABOUT))
    .addOption(policyOption())
    .option('--dry-run', 'print what would change, write nothing')
    .option('--accept-moved', 'pin aliases that moved to the key they point to now')
    .addOption(regionOption())
    .addHelpText('after', AFTER)
    .action(async (options: PinOptions) => {
      const { policy: file, lock } = requireValid(await readPolicyFiles(door, options.policy));
      const aws = await connect(door, options);
      const plan = await planPins(file, lock, aws);
      finish(
        await runPin(plan, door, {
          lockFile: lockPath(options.policy),
          dryRun: options.dryRun === true,
          acceptMoved: options.acceptMoved === true,
        }),
      );
    });
  withDebug(command);
};
