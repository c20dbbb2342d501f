import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type UpdateItemCommandInput,
  type UpdateItemCommandOutput,
} from '@aws-sdk/client-dynamodb';

type Item = Record<string, AttributeValue>;

/**
 * As much of DynamoDB as conditional updates of single items need: SET, ADD and REMOVE, conditions joined by AND,
 * and the refusal of placeholders that nothing uses or nobody explains.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html
 */
export const createTinyTable = () => {
  const items = new Map<string, Item>();
  const update = (input: UpdateItemCommandInput): UpdateItemCommandOutput => {
    const id = input.Key?.['id']?.S ?? '';
    const before = items.get(id);
    refusePlaceholders(input);
    const terms = (input.ConditionExpression ?? '').split(' AND ').filter((term) => term !== '');
    if (!terms.every((term) => holds(resolve(term, input), before ?? {}, input))) {
      throw new ConditionalCheckFailedException({
        message: 'The conditional request failed',
        $metadata: {},
        ...(before && input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && { Item: before }),
      });
    }
    items.set(id, changed({ ...input.Key, ...before }, input));
    return { $metadata: {}, ...(before && { Attributes: before }) };
  };
  return { items, update };
};

const refusePlaceholders = (input: UpdateItemCommandInput): void => {
  const text = `${input.UpdateExpression} ${input.ConditionExpression}`;
  const used = new Set(text.match(/[#:]\w+/g));
  const known = [
    ...Object.keys(input.ExpressionAttributeNames ?? {}),
    ...Object.keys(input.ExpressionAttributeValues ?? {}),
  ];
  const wrong = [...used].filter((one) => !known.includes(one));
  const unused = known.filter((one) => !used.has(one));
  if (wrong.length + unused.length > 0) {
    throw new Error(`ValidationException: ${[...wrong, ...unused].join(', ')}`);
  }
};

const resolve = (text: string, { ExpressionAttributeNames: names = {} }: UpdateItemCommandInput) =>
  text.replaceAll(/#\w+/g, (name) => names[name] ?? name);

const valueOf = (
  name: string,
  { ExpressionAttributeValues: values = {} }: UpdateItemCommandInput,
) => values[name];

const holds = (term: string, item: Item, input: UpdateItemCommandInput): boolean => {
  const [, not, name] = /^attribute_(not_)?exists\((\w+)\)$/.exec(term) ?? [];
  if (name !== undefined) {
    return (item[name] === undefined) === (not !== undefined);
  }
  const [left = '', operator, right = ''] = term.split(' ');
  const [have, want] = [item[left], valueOf(right, input)];
  switch (operator) {
    case '=':
      return have !== undefined && JSON.stringify(have) === JSON.stringify(want);
    case '<':
      return have?.N !== undefined && Number(have.N) < Number(want?.N);
    default:
      throw new Error(`ValidationException: ${term}`);
  }
};

const changed = (item: Item, input: UpdateItemCommandInput): Item => {
  const clauses = resolve(input.UpdateExpression ?? '', input).matchAll(
    /(SET|ADD|REMOVE) (.*?)(?= (?:SET|ADD|REMOVE) |$)/g,
  );
  let next = item;
  for (const [, verb, list = ''] of clauses) {
    for (const action of list.split(', ')) {
      const [name = '', ...rest] = action.split(' ');
      const from = rest.at(-1) ?? '';
      const value = valueOf(from, input) ?? next[from]; // a value, or what another attribute holds
      const { [name]: old, ...others } = next;
      const sum = String(Number(old?.N ?? 0) + Number(value?.N));
      next =
        verb === 'REMOVE' || value === undefined
          ? others
          : { ...others, [name]: verb === 'ADD' ? { N: sum } : value };
    }
  }
  return next;
};
