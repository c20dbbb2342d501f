import { demoMain, EXIT } from '../local/demo/run/demo-main.ts';
import { removeRunDirs } from '../local/stand-in/run-dir.ts';

// `npm run demo`, `npm run demo -- --help`: the process around local/demo.

const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    if (interrupted.signal.aborted) process.exit(EXIT.interrupted); // asked twice
    interrupted.abort();
  });
}
// `npm run demo | head`: whoever read is gone, so nobody wants the rest
process.stdout.on('error', () => interrupted.abort());
process.stderr.on('error', () => interrupted.abort());

// Whatever else happens, no folder of this run stays.
process.on('exit', () => removeRunDirs(process.pid));

const { stdout, stderr, env } = process;
const door = { stdout, stderr, env, signal: interrupted.signal };
process.exit(
  await demoMain(process.argv.slice(2), door).catch((error: unknown) => {
    stderr.write(`demo: ${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.couldNotRun;
  }),
);
