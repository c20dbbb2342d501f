import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeBucket, textOf, type Ask, type Json } from '../ask.ts';
import { when, type Finding, type MatrixRow } from './matrix-row.ts';

export const STACK = 'matrix';

type StackState = { readonly status: string; readonly outputs: Readonly<Record<string, string>> };

const describe = async (ask: Ask): Promise<StackState> => {
  const { Stacks } = await ask.query('cloudformation', 'DescribeStacks', { StackName: STACK });
  const stack = Stacks?.['member'] as Json;
  const outputs = [stack['Outputs']?.['member'] ?? []].flat() as unknown as {
    readonly OutputKey: string;
    readonly OutputValue: string;
  }[];
  return {
    status: textOf(stack['StackStatus']),
    outputs: Object.fromEntries(outputs.map((one) => [one.OutputKey, one.OutputValue])),
  };
};

const settled = async (ask: Ask): Promise<StackState> => {
  for (;;) {
    const state = await describe(ask);
    if (!state.status.endsWith('_IN_PROGRESS')) return state;
    await delay(20);
  }
};

const parameters = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value], i) => [
      [`Parameters.member.${i + 1}.ParameterKey`, name],
      [`Parameters.member.${i + 1}.ParameterValue`, value],
    ]),
  );

const CODE = 'matrix-code';
const source = {
  StackName: STACK,
  TemplateURL: `https://s3.amazonaws.com/${CODE}/template.yml`,
  'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
};

/** Puts the template and the code where osls would, and makes the stack. */
export const createStack = async (
  ask: Ask,
  code: Buffer,
): Promise<{ readonly finding: Finding; readonly outputs: StackState['outputs'] }> => {
  const template = await readFile(join(import.meta.dirname, 'template.yml'));
  await makeBucket(ask, CODE);
  await ask.rest('s3', 'PUT', `/${CODE}/probe.zip`, code);
  await ask.rest('s3', 'PUT', `/${CODE}/template.yml`, template);
  const at = Date.now();
  await ask.query('cloudformation', 'CreateStack', { ...source, ...parameters({ Code: CODE }) });
  const { status, outputs } = await settled(ask);
  const { StackResources } = await ask.query('cloudformation', 'DescribeStackResources', {
    StackName: STACK,
  });
  const resources = [StackResources?.['member'] ?? []].flat() as unknown as {
    readonly LogicalResourceId: string;
    readonly ResourceStatus: string;
    readonly ResourceStatusReason?: string;
  }[];
  const bad = resources.filter(({ ResourceStatus }) => ResourceStatus !== 'CREATE_COMPLETE');
  const mail = resources.some(({ LogicalResourceId }) => LogicalResourceId === 'MailSubscription');
  const said = `${status}, ${resources.length} resources in ${Date.now() - at} ms; the conditional one ${mail ? 'was made' : 'was left out'}; not complete: ${bad.map((one) => `${one.LogicalResourceId} (${one.ResourceStatusReason ?? '?'})`).join(', ') || 'none'}`;
  return {
    finding: when(status === 'CREATE_COMPLETE' && !mail && bad.length === 0, said),
    outputs,
  };
};

export const stackRows: readonly MatrixRow[] = [
  {
    area: 'CloudFormation',
    question: 'UpdateStack with another parameter',
    answer: async ({ ask }) => {
      await ask.query('cloudformation', 'UpdateStack', {
        ...source,
        ...parameters({ Code: CODE, Mode: 'enforce', Mail: 'a@example.com' }),
      });
      const { status } = await settled(ask);
      const { text } = await ask.rest(
        'lambda',
        'GET',
        '/2015-03-31/functions/matrix-probe/configuration',
      );
      return when(
        status === 'UPDATE_COMPLETE' && text.includes('enforce'),
        `${status}; the function's MODE is ${/"MODE":\s*"(\w+)"/.exec(text)?.[1]}`,
      );
    },
  },
  {
    area: 'CloudFormation',
    question:
      'a template of more than 51,200 bytes in TemplateBody is refused, as on AWS: hence TemplateURL',
    answer: async ({ ask }) => {
      try {
        await ask.query('cloudformation', 'ValidateTemplate', {
          TemplateBody: `{"Resources":{},"Description":"${' '.repeat(60_000)}"}`,
        });
        return when(false, 'accepted');
      } catch (error) {
        return when(true, String(error).slice(0, 200));
      }
    },
  },
  {
    area: 'CloudWatch',
    question: 'an alarm on a queue that has messages goes off',
    answer: async ({ ask }) => {
      const { MetricAlarms } = await ask.query('monitoring', 'DescribeAlarms', {
        'AlarmNames.member.1': 'matrix-dlq',
      });
      const alarm = MetricAlarms?.['member'];
      return when(
        alarm?.['StateValue'] !== undefined && textOf(alarm['StateValue']) === 'ALARM',
        `the alarm is there, in state ${textOf(alarm?.['StateValue'])}, although the queue has had messages`,
      );
    },
  },
  {
    area: 'CloudFormation',
    question: 'DeleteStack with a retained bucket that holds locked objects',
    answer: async ({ ask, outputs }) => {
      await ask.query('cloudformation', 'DeleteStack', { StackName: STACK });
      const deadline = Date.now() + 10_000;
      let status = 'DELETE_IN_PROGRESS';
      while (status === 'DELETE_IN_PROGRESS' && Date.now() < deadline)
        status = await describe(ask).then(
          (state) => state.status,
          () => 'gone',
        );
      const bucket = await ask.rest('s3', 'GET', `/${outputs['Audit']}?list-type=2`);
      return when(
        status === 'gone' && bucket.status === 200,
        `stack ${status}, the bucket answers ${bucket.status}`,
      );
    },
  },
];
