import { createAsk, textOf, type Json } from '../ask.ts';
import { LocalError } from '../stand-in/local-error.ts';
import type { LocalAws } from '../start-local-aws.ts';

/** One resource as CloudFormation made it, with its properties as the template has them: intrinsic functions and all. */
export type StackResource = {
  readonly type: string;
  readonly physicalId: string;
  readonly properties: Readonly<Record<string, unknown>>;
};

type Summary = {
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId: string;
  readonly ResourceType: string;
};

type Template = {
  readonly Resources: Readonly<Record<string, { readonly Properties?: Record<string, unknown> }>>;
};

const parseTemplate = (body: string): Template => {
  try {
    return JSON.parse(body) as Template; // osls packages JSON
  } catch (error) {
    throw new LocalError(`the stack's template is no JSON: ${String(error)}`);
  }
};

/** By logical id: whatever CloudFormation really made, so without what a condition leaves out. */
export const readStack = async (
  { url, account, region }: Pick<LocalAws, 'url' | 'account' | 'region'>,
  stackName: string,
): Promise<ReadonlyMap<string, StackResource>> => {
  const ask = createAsk(url, account, region);
  const input = { StackName: stackName };
  const { StackResources } = await ask.query('cloudformation', 'DescribeStackResources', input);
  const list: Json | undefined = StackResources?.['member'];
  const made = [list ?? []].flat() as unknown as readonly Summary[];
  const { TemplateBody } = await ask.query('cloudformation', 'GetTemplate', input);
  const { Resources } = parseTemplate(textOf(TemplateBody));
  return new Map(
    made.map((one) => [
      one.LogicalResourceId,
      {
        type: one.ResourceType,
        physicalId: one.PhysicalResourceId,
        properties: Resources[one.LogicalResourceId]?.Properties ?? {},
      },
    ]),
  );
};
