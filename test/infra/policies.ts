import { isObject, propertiesOf, type Properties, resourcesOf, type Template } from './template.ts';

/** One statement of an IAM or resource policy, its lists made lists. */
export type Statement = {
  readonly where: string;
  readonly effect: unknown;
  readonly actions: readonly string[];
  readonly resources: readonly unknown[];
  readonly condition: Readonly<Record<string, Properties>>;
  readonly principal: unknown;
};

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

const statementsOf = (where: string, document: unknown): readonly Statement[] =>
  listOf(isObject(document) ? document['Statement'] : undefined)
    .filter(isObject)
    .map((statement) => ({
      where: `${where}.${String(statement['Sid'])}`,
      effect: statement['Effect'],
      actions: listOf(statement['Action']).map(String),
      resources: listOf(statement['Resource']),
      condition: (statement['Condition'] ?? {}) as Statement['condition'],
      principal: statement['Principal'],
    }));

/** What a role may do by itself: its inline policies. */
export const roleStatements = (template: Template, roleId: string): readonly Statement[] =>
  listOf(propertiesOf(template, roleId)['Policies'])
    .filter(isObject)
    .flatMap((policy) => statementsOf(roleId, policy['PolicyDocument']));

export const allowedActions = (template: Template, roleId: string): readonly string[] => [
  ...new Set(
    roleStatements(template, roleId)
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ actions }) => actions),
  ),
];

/** Every statement that grants something to a principal of this stack. */
export const identityStatements = (template: Template): readonly Statement[] => [
  ...resourcesOf(template, 'AWS::IAM::Role').flatMap(([id]) => roleStatements(template, id)),
  ...resourcesOf(template, 'AWS::IAM::ManagedPolicy').flatMap(([id, properties]) =>
    statementsOf(id, properties['PolicyDocument']),
  ),
];

const RESOURCE_POLICIES = {
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::KMS::Key': 'KeyPolicy',
} as const;

/** Every statement of a policy that hangs on a queue, topic, bucket or key. */
export const resourceStatements = (template: Template): readonly Statement[] =>
  Object.entries(RESOURCE_POLICIES).flatMap(([type, property]) =>
    resourcesOf(template, type).flatMap(([id, properties]) =>
      statementsOf(id, properties[property]),
    ),
  );
