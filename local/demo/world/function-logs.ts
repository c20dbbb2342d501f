import { createAsk, type Json } from '../../ask.ts';
import type { LocalAws } from '../../start-local-aws.ts';

type Named = readonly Record<string, string>[];
const FUNCTIONS = [
  'judge-object',
  'reencrypt-object',
  'copy-object',
  'quarantine-object',
  'close-dead-letter',
];

const lists = (answer: Json, name: string): Named => (answer[name] ?? []) as unknown as Named;

/** What the functions wrote, as CloudWatch Logs has it. */
export const functionLogs = async (aws: LocalAws, stackName: string): Promise<string> => {
  const ask = createAsk(aws.url, aws.account, aws.region);
  const lines: string[] = [];
  for (const name of FUNCTIONS) {
    const logGroupName = `/aws/lambda/${stackName}-${name}`;
    const streams = await ask.json('logs', 'DescribeLogStreams', { logGroupName });
    for (const { logStreamName } of lists(streams, 'logStreams')) {
      const events = await ask.json('logs', 'GetLogEvents', { logGroupName, logStreamName });
      lines.push(...lists(events, 'events').map(({ message }) => `${name}: ${message}`));
    }
  }
  return `${lines.join('\n')}\n`;
};
