import { describe } from '@jest/globals';
import { findPython } from '../../../local/stand-in/find-python.ts';

const found = await findPython(process.env);
const mustHave = (process.env['CI'] ?? '') !== '';

if (found === undefined && !mustHave)
  process.stderr.write(
    'SKIPPED: tests of the local AWS need python >= 3.10 with venv and pip, and none was found\n',
  );

/** Runs where Python is there, and also under CI, where a missing Python is a failure and no excuse. */
export const describeWithPython = found === undefined && !mustHave ? describe.skip : describe;
