// One DynamoDB table in memory: what the writers and the release command ask of the state table, and no more.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html

type Value = { readonly S?: string; readonly N?: string };
type Item = Readonly<Record<string, Value>>;

export type TableRequest = {
  readonly Key?: { readonly id?: Value };
  readonly Item?: Item;
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Value>>;
};

export type TableAnswer = { readonly status: number; readonly body: object };

const OK: TableAnswer = { status: 200, body: {} };

/** One test of a condition: `attribute_not_exists(a)`, or `a = :b`. */
const holds = (item: Item | undefined, test: string, request: TableRequest): boolean => {
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = request;
  const valueOf = (name: string): Value | undefined => item?.[names[name] ?? name];
  const [, missing] = /^attribute_not_exists\((\S+)\)$/.exec(test) ?? [];
  if (missing !== undefined) return valueOf(missing) === undefined;
  const [, name = '', wanted = ''] = /^(\S+) = (:\w+)$/.exec(test) ?? [];
  if (name === '') throw new Error(`not understood: \`${test}\``);
  return valueOf(name)?.S !== undefined && valueOf(name)?.S === values[wanted]?.S;
};

const isAllowed = (item: Item | undefined, request: TableRequest): boolean =>
  request.ConditionExpression === undefined ||
  request.ConditionExpression.split(' OR ').some((test) => holds(item, test, request));

const updated = (item: Item, request: TableRequest): Item => {
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = request;
  const [, name = '', value = ''] =
    /^SET (\S+) = (:\w+)$/.exec(request.UpdateExpression ?? '') ?? [];
  return { ...item, [names[name] ?? name]: values[value] ?? {} };
};

export const createMemoryTable = (): ((
  operation: string,
  request: TableRequest,
) => TableAnswer) => {
  const items = new Map<string, Item>();
  return (operation, request) => {
    const id = request.Key?.id?.S ?? request.Item?.['id']?.S ?? '';
    const item = items.get(id);
    if (operation === 'GetItem') return { status: 200, body: item ? { Item: item } : {} };
    if (operation === 'Scan') return { status: 200, body: { Items: [...items.values()] } };
    if (!isAllowed(item, request)) {
      const type = 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException';
      return {
        status: 400,
        body: { __type: type, message: 'refused', ...(item && { Item: item }) },
      };
    }
    switch (operation) {
      case 'PutItem':
        items.set(id, request.Item ?? {});
        return OK;
      case 'UpdateItem':
        items.set(id, updated(item ?? { id: { S: id } }, request));
        return OK;
      case 'DeleteItem':
        items.delete(id);
        return OK;
      default:
        return { status: 400, body: { __type: 'UnknownOperationException', message: operation } };
    }
  };
};
