import { sendBodies, takeMessages, takeReports, when, type MatrixRow } from './matrix-row.ts';

const many = (text: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${text}-${i}`);

export const functionRows: readonly MatrixRow[] = [
  {
    area: 'Lambda',
    question: 'SQS to function: how long, cold and warm',
    answer: async (context) => {
      await takeReports(context, 100, 500); // of what the rows before this one sent
      const times: number[] = [];
      for (const body of ['cold', 'warm-1', 'warm-2', 'warm-3']) {
        const at = Date.now();
        await sendBodies(context.ask, context.outputs['Objects'], [body]);
        const [report] = await takeReports(context, 1, 10_000);
        times.push((report?.started ?? Number.NaN) - at);
      }
      return when(
        times.every(Number.isFinite),
        `${times.join(', ')} ms from SendMessage to the handler: a send wakes the poller`,
      );
    },
  },
  {
    area: 'Lambda',
    question: 'ReportBatchItemFailures: siblings are done once, the failed one ends in the DLQ',
    answer: async (context) => {
      const { ask, outputs } = context;
      const at = Date.now();
      await sendBodies(ask, outputs['Objects'], [...many('ok', 4), 'fail']);
      const dead = await takeMessages(ask, outputs['ObjectsDlq'], 1, 15_000);
      const took = Date.now() - at;
      const seen = (await takeReports(context, 100, 500)).flatMap(({ bodies }) => bodies);
      const oks = seen.filter((body) => body.startsWith('ok')).length;
      const fails = seen.filter((body) => body === 'fail').length;
      return when(
        dead.length === 1 && oks === 4 && fails === 2,
        `4 siblings seen ${oks} times, the failed one ${fails} times, in the DLQ after ${took} ms (visibility timeout 2 s, maxReceiveCount 2)`,
      );
    },
  },
  {
    area: 'Lambda',
    question: 'a handler that throws: the whole batch comes back, then goes to the DLQ',
    answer: async (context) => {
      const { ask, outputs } = context;
      await sendBodies(ask, outputs['Objects'], ['throw', 'with-it']);
      const dead = await takeMessages(ask, outputs['ObjectsDlq'], 2, 15_000);
      await takeReports(context, 100, 500);
      return when(dead.length === 2, `${dead.toSorted().join(', ')} in the DLQ`);
    },
  },
  {
    area: 'Lambda',
    question: 'ScalingConfig.MaximumConcurrency 3 holds',
    answer: async (context) => {
      const { ask, outputs } = context;
      const at = Date.now();
      await sendBodies(
        ask,
        outputs['Slow'],
        Array.from({ length: 6 }, () => 'slow'),
      );
      const reports = await takeReports(context, 6, 20_000);
      const starts = reports.map(({ started }) => started - at).toSorted((a, b) => a - b);
      const together = starts.filter((start) => start < (starts[0] ?? 0) + 900).length;
      return when(together === 3, `6 jobs of 1 s began after ${starts.join(', ')} ms`);
    },
  },
  {
    area: 'Lambda',
    question: 'what the context says',
    answer: async (context) => {
      await sendBodies(context.ask, context.outputs['Slow'], ['slow']);
      const [report] = await takeReports(context, 1, 10_000);
      const falls = (report?.leftLater ?? 0) < (report?.left ?? 0) - 900;
      return when(
        falls && (report?.left ?? 0) <= 7_000,
        `remaining ${report?.left} ms of 7,000, ${report?.leftLater} ms a second later; \`${report?.arn}\``,
      );
    },
  },
  {
    area: 'Lambda',
    question: 'what the environment holds',
    answer: async (context) => {
      await sendBodies(context.ask, context.outputs['Objects'], ['env']);
      const [report] = await takeReports(context, 1, 10_000);
      const { node = '?', env = {} } = report ?? {};
      const names = [
        'MODE',
        'BOUNDED',
        'AWS_REGION',
        'AWS_LAMBDA_FUNCTION_NAME',
        'AWS_EXECUTION_ENV',
      ];
      const shown = names.map((name) => `${name}=${env[name]}`).join(' ');
      return when(
        env['MODE'] === 'observe' && node.startsWith('v24.'),
        `Node ${node}; ${shown}; our front in AWS_ENDPOINT_URL; ${Object.keys(env).length} names in all`,
      );
    },
  },
];
