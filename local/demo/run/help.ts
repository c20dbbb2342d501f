import { allCases } from '../cases/all-cases.ts';
import { onceEach } from '../cases/plan-placings.ts';
import { MOST_PACED } from './place-all.ts';

export const help = `usage: npm run demo [-- options]

Deploys the stack with \`osls deploy\` on a local AWS, puts objects of every kind, shows what becomes of each,
and has one of those that went to quarantine released again.

  --objects N  how many object versions to put; each of the ${onceEach(allCases)} kinds once unless said
               up to ${MOST_PACED} are put five a second, more as fast as they are taken
  --keep       leave everything running afterwards, and say how to talk to it
  --faults SEED
               make calls of the functions and S3's events go wrong by a plan of this seed, a whole number: refused,
               throttled, lost, answered late, halfway or never, taken in part; told twice, late, out of order.
               The end must be the same as without. docs/reliability.md says what a seed decides and what not
  --port N     port of the local AWS on 127.0.0.1; a free one unless said
  --json       print one JSON object as the last line, and everything else on stderr (use \`npm run -s\`)
  --help       print this

Exit codes: 0 every object ended exactly as expected, 1 some did not, 2 it could not run, 130 interrupted.

The stack needs python >= 3.10 with venv and pip, and PyPI once. Without them the same code runs in one process.
Nothing leaves this machine, and nothing is written outside this folder.
`;
