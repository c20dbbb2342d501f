#!/usr/bin/env node
import process from 'node:process';
import { wireCli } from '../runtime/wire-cli.ts';
import { EXIT } from './exit-codes.ts';
import { runCli } from './run-cli.ts';
import { internalError } from './internal-error.ts';
import { showError } from './show-error.ts';

const GRACE = 1_000; // milliseconds: enough for a summary, not for a call that hangs

const interrupt = new AbortController();
process.once('SIGINT', () => {
  interrupt.abort();
  setTimeout(() => process.exit(EXIT.interrupted), GRACE).unref(); // a second Ctrl-C ends it at once
});

// Node would exit with 1, which here means that an object is in violation.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${showError(internalError(error))}\n`, () => process.exit(EXIT.failed));
});

// Whoever reads the output may have read enough: `sealward check … | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? EXIT.brokenPipe : EXIT.failed);
  });
}

const exitCode = await runCli(process.argv.slice(2), wireCli(process, interrupt.signal));
// calls that an interruption left under way would keep the process alive
process.stdout.write('', () => process.exit(exitCode));
