import type { Chosen } from './chosen.ts';
import type { Service } from './serverless.ts';

type Tree = Readonly<Record<string, unknown>>;
type Decided = ReadonlyMap<string, boolean>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The conditions that are known before anything is packaged. infra/ uses them like those of CloudFormation. */
const decidedBy = (chosen: Chosen): Decided =>
  new Map([
    ['Copies', chosen.copyBuckets.length > 0],
    ['Quarantine', chosen.quarantineBuckets.length > 0],
    ['State', chosen.breakerOrdersPerHour !== ''],
  ]);

/**
 * Takes out of the service whatever was not chosen. A condition of CloudFormation would leave the roles that can
 * copy and delete in the template, one changed parameter away from being made; whoever reviews a template should
 * not have to believe in a parameter. So these conditions are decided here, before osls compiles anything, by rules
 * that every reader of templates knows: `Condition` (for functions `condition`, as osls has it) and `Fn::If`.
 * It is done for every command: `deploy function` must not find a function that the stack does not have.
 */
export const decideConditions = (service: Service, chosen: Chosen): void => {
  const decided = decidedBy(chosen);
  service.functions = keepDecided(service.functions, 'condition', decided);
  const { provider, resources } = service;
  provider.environment = decideIn(provider.environment, decided) as Tree;
  if (resources !== undefined) {
    const { Resources, Outputs, extensions } = resources;
    Object.assign(resources, {
      Resources: keepDecided(Resources, 'Condition', decided),
      Outputs: keepDecided(Outputs, 'Condition', decided),
      extensions: keepDecided(extensions, 'Condition', decided),
    });
  }
};

const keepDecided = (entries: Tree = {}, condition: string, decided: Decided): Tree =>
  Object.fromEntries(
    Object.entries(entries)
      .filter(([, entry]) => decided.get(conditionOf(entry, condition)) !== false)
      .map(([name, entry]) => {
        const isDecided = decided.has(conditionOf(entry, condition));
        const { [condition]: _decided, ...rest } = entry as Tree;
        return [name, decideIn(isDecided ? rest : entry, decided)];
      }),
  );

const conditionOf = (entry: unknown, condition: string): string =>
  isTree(entry) ? String(entry[condition]) : '';

/** `undefined` where an `Fn::If` came to `AWS::NoValue`; the others are CloudFormation's to decide. */
const decideIn = (value: unknown, decided: Decided): unknown => {
  if (Array.isArray(value)) {
    return value.map((item) => decideIn(item, decided)).filter((item) => item !== undefined);
  }
  if (!isTree(value)) return value;
  const [condition, yes, no] = Array.isArray(value['Fn::If']) ? (value['Fn::If'] as unknown[]) : [];
  const isYes = decided.get(String(condition));
  if (isYes !== undefined) {
    const branch = isYes ? yes : no;
    return isTree(branch) && branch['Ref'] === 'AWS::NoValue'
      ? undefined
      : decideIn(branch, decided);
  }
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, decideIn(item, decided)] as const)
      .filter(([, item]) => item !== undefined),
  );
};
