import { asIntrinsic, propertiesOf, type Template } from '../infra/template.ts';

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': '111122223333',
  'AWS::Partition': 'aws',
  'AWS::StackName': 'sealward-test',
  'AWS::Region': 'eu-west-1',
};

const defaultOf = ({ Parameters = {} }: Template, name: string): string => {
  const value = Parameters[name]?.Default;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** What a reference comes to once the stack is there: a queue's Ref is its URL, a topic's its ARN, others' a name. */
const refer = (template: Template, name: string, url: string): string => {
  switch (template.Resources[name]?.Type) {
    case 'AWS::SQS::Queue':
      return `${url}/111122223333/${name}`;
    case 'AWS::SNS::Topic':
      return `arn:aws:sns:eu-west-1:111122223333:${name}`;
    case undefined:
      return PSEUDO[name] ?? defaultOf(template, name);
    default:
      return name.toLowerCase();
  }
};

const resolve = (template: Template, value: unknown, url: string): string => {
  const [intrinsic, argument] = asIntrinsic(value) ?? [];
  switch (intrinsic) {
    case undefined:
      return String(value);
    case 'Ref':
      return refer(template, String(argument), url);
    case 'Fn::GetAtt': // of a queue: its ARN
      return `arn:aws:sqs:eu-west-1:111122223333:${(argument as readonly string[])[0]}`;
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, readonly unknown[]];
      return parts.map((part) => resolve(template, part, url)).join(separator);
    }
    default:
      throw new Error(`an intrinsic that the tests do not know: \`${intrinsic}\``);
  }
};

/** The environment of one function as the deployed stack would have it; nothing but Lambda's own is added. */
export const functionEnvironment = (
  template: Template,
  id: string,
  url: string,
): Readonly<Record<string, string>> => {
  const { Environment } = propertiesOf(template, id);
  const { Variables } = Environment as { readonly Variables: Readonly<Record<string, unknown>> };
  return {
    ...Object.fromEntries(
      Object.entries(Variables).map(([name, value]) => [name, resolve(template, value, url)]),
    ),
    AWS_REGION: 'eu-west-1',
    AWS_LAMBDA_FUNCTION_NAME: id,
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL: url,
  };
};
