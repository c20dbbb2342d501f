import { asIntrinsic, propertiesOf, type Template } from './template.ts';

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

const HERE = 'eu-west-1:111122223333';

/** An attribute of a resource; the tests ask for ARNs alone. */
const arnOf = (template: Template, name: string): string => {
  switch (template.Resources[name]?.Type) {
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${name.toLowerCase()}`;
    case 'AWS::IAM::Role':
      return `arn:aws:iam::111122223333:role/${String(propertiesOf(template, name)['RoleName'])}`;
    case 'AWS::KMS::Key':
      return `arn:aws:kms:${HERE}:key/${name}`;
    case 'AWS::DynamoDB::Table':
      return `arn:aws:dynamodb:${HERE}:table/${name}`;
    case 'AWS::SQS::Queue':
      return `arn:aws:sqs:${HERE}:${name}`;
    default:
      return `arn:aws:other:${HERE}:${name}`;
  }
};

/** A value of the template as the deployed stack would have it. */
export const resolveValue = (template: Template, value: unknown, url = 'https://sqs'): string => {
  const [intrinsic, argument] = asIntrinsic(value) ?? [];
  switch (intrinsic) {
    case undefined:
      return String(value);
    case 'Ref':
      return refer(template, String(argument), url);
    case 'Fn::GetAtt':
      return arnOf(template, (argument as readonly string[])[0] ?? '');
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, readonly unknown[]];
      return parts.map((part) => resolveValue(template, part, url)).join(separator);
    }
    case 'Fn::Sub': {
      const [text, own] = (Array.isArray(argument) ? argument : [argument, {}]) as [
        string,
        Readonly<Record<string, unknown>>,
      ];
      return text.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => {
        if (Object.hasOwn(own, name)) return resolveValue(template, own[name], url);
        const [id = '', attribute] = name.split('.');
        return attribute === undefined ? refer(template, id, url) : arnOf(template, id);
      });
    }
    default:
      throw new Error(`an intrinsic that the tests do not know: \`${intrinsic}\``);
  }
};
