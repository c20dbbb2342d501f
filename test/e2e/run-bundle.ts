import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

export type Invoked =
  | { readonly resolved: unknown; readonly ms: number }
  | { readonly rejected: string };

// What Lambda's runtime does: imports the module, then calls its handler with each event and a context.
const RUNTIME = `
  import { createInterface } from 'node:readline';
  const { handler } = await import(process.argv[1]);
  for await (const line of createInterface({ input: process.stdin })) {
    const deadline = Date.now() + 30_000;
    const context = {
      functionName: 'function', functionVersion: '$LATEST', memoryLimitInMB: '512', awsRequestId: 'request',
      invokedFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:function',
      getRemainingTimeInMillis: () => deadline - Date.now(),
    };
    const start = performance.now();
    const said = await handler(JSON.parse(line), context).then(
      (resolved) => ({ resolved, ms: performance.now() - start }),
      (error) => ({ rejected: String(error) }),
    );
    process.stdout.write('answer ' + JSON.stringify(said) + '\\n');
  }
`;

/** Runs a bundle in a process of its own, with nothing of ours around it. Logs go to stdout too, as on Lambda. */
export const runBundle = (
  index: string, // path of index.mjs
  env: Readonly<Record<string, string>>,
  events: readonly object[],
): Promise<{
  readonly answers: readonly Invoked[];
  readonly log: string;
  readonly code: number | null;
}> =>
  new Promise((resolve) => {
    const args = ['--input-type=module', '-e', RUNTIME, pathToFileURL(index).href];
    const child = spawn(process.execPath, args, { env, stdio: 'pipe' });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.stdin.end(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    child.once('close', (code) => {
      const lines = output.split('\n');
      const answers = lines
        .filter((line) => line.startsWith('answer '))
        .map((line) => JSON.parse(line.slice('answer '.length)) as Invoked);
      resolve({
        answers,
        code,
        log: lines.filter((line) => !line.startsWith('answer ')).join('\n'),
      });
    });
  });
