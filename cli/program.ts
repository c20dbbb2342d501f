import { Command } from 'commander';
import { PRODUCT_VERSION } from '../core/ledger/product-version.ts';
import type { CliDoor } from '../runtime/wire-cli.ts';
import { addBreakerCommands } from './commands/breaker.ts';
import { addCheckCommand } from './commands/check.ts';
import { addEnrollCommand } from './commands/enroll.ts';
import { addGuardCommand } from './commands/guard.ts';
import { addPolicyCommands } from './commands/policy.ts';
import { addQuarantineCommands } from './commands/quarantine.ts';
import { addStatusCommand } from './commands/status.ts';
import { unwrap } from './commands/unwrap.ts';
import type { Finish } from './exit-codes.ts';

const ABOUT = `Keeps S3 objects under the KMS key that policy names, and proves it.

Without the stack being deployed:
  why was my object re-encrypted?   sealward check s3://bucket/key
  switch a bucket's events on       sealward enroll my-bucket
  start or change the policy        sealward policy init | pin | lint

With it:
  where did my object go?           sealward quarantine list | show | release
  what is the stack doing?          sealward status
  a rule is held                    sealward breaker show | resume`;

const AFTER = `
Each command says in its own --help what it does, which IAM permissions it needs,
and what its exit code means.

Environment:
  AWS_PROFILE, AWS_REGION, ...   as for the AWS CLI
  AWS_ENDPOINT_URL               another endpoint than AWS, such as a local one
  NO_COLOR, FORCE_COLOR          colour off, colour on; else on where a person is looking`;

export const createProgram = (door: CliDoor, finish: Finish): Command => {
  const { terminal } = door;
  const program = new Command('sealward')
    .description(unwrap(ABOUT))
    .version(PRODUCT_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', AFTER)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(withoutLastNewline(text)),
      writeErr: (text) => terminal.err(withoutLastNewline(text)),
      outputError: () => undefined, // run-cli.ts says it with its code
      getOutHelpWidth: () => Math.min(terminal.columns, 100),
      getErrHelpWidth: () => Math.min(terminal.columns, 100),
      getOutHasColors: () => terminal.color,
      getErrHasColors: () => false,
    });
  addCheckCommand(program, door, finish);
  addEnrollCommand(program, door, finish);
  addGuardCommand(program, door, finish);
  addPolicyCommands(program, door, finish);
  addQuarantineCommands(program, door, finish);
  addStatusCommand(program, door, finish);
  addBreakerCommands(program, door, finish);
  return program;
};

const withoutLastNewline = (text: string): string => text.replace(/\n$/, '');
