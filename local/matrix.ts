import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { startFront } from './front/start-front.ts';
import { createAsk } from './ask.ts';
import { dataRows } from './matrix/data-rows.ts';
import { eventRows } from './matrix/event-rows.ts';
import { functionRows } from './matrix/function-rows.ts';
import { matrixPage, type Answered } from './matrix/matrix-page.ts';
import { differs, type MatrixContext, type MatrixRow } from './matrix/matrix-row.ts';
import { createStack, stackRows } from './matrix/stack-rows.ts';
import { tableRows } from './matrix/table-rows.ts';
import { zipOf } from './matrix/zip-of.ts';
import { checkout } from './stand-in/checkout.ts';
import { createRunDir } from './stand-in/run-dir.ts';
import { openListeners, startStandIn } from './stand-in/start-stand-in.ts';

// `node local/matrix.ts` asks the pinned stand-in itself what it does, and writes docs/local-matrix.md.

const account = '111122223333';
const region = 'eu-west-1';

const askRow = async (row: MatrixRow, context: MatrixContext): Promise<Answered> => {
  const finding = await row.answer(context).catch((error: unknown) => differs(String(error)));
  process.stdout.write(`${finding.verdict}: ${row.area}: ${row.question}: ${finding.said}\n`);
  return { ...row, ...finding };
};

const runDir = await createRunDir();
const front = await startFront({ account, region });
const standIn = await startStandIn({ frontUrl: front.url, account, region, runDir });
try {
  front.connect(standIn.url);
  const ask = createAsk(standIn.url, account, region);
  const { finding, outputs } = await createStack(ask, await zipOf('probe.mjs'));
  const question =
    'Parameters, Conditions, Fn::If, TemplateURL, and every type that our stack uses';
  const answered: Answered[] = [{ area: 'CloudFormation', question, ...finding }];
  process.stdout.write(`${finding.verdict}: ${question}: ${finding.said}\n`);
  for (const row of [...eventRows, ...functionRows, ...dataRows, ...tableRows, ...stackRows])
    answered.push(await askRow(row, { ask, outputs }));
  const listeners = await standIn.listeners();
  answered.push({
    area: 'Process',
    question: 'after all this it listens on loopback only',
    verdict: openListeners(listeners).length === 0 ? 'as AWS' : 'differs',
    said:
      listeners.kind === 'checked' ? `${listeners.listeners.length} listener` : listeners.because,
  });
  const page = matrixPage(answered, standIn.version, new Date());
  await writeFile(join(checkout, 'docs', 'local-matrix.md'), page);
} finally {
  await standIn.stop();
  await front.stop();
  await rm(runDir, { recursive: true, force: true });
}
