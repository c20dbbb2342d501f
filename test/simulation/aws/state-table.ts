import type { AttributeValue, UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { createMemoryTable } from '../../../local/demo/in-process/memory-table.ts';
import { createTinyTable } from '../../aws/tiny-table.ts';
import { conditionFailed } from './errors.ts';

/** The state table: breakers are counted by updates, copies are noted whole. */
export const createStateTable = () => {
  const copies = createMemoryTable();
  const breakers = createTinyTable();
  return {
    call: (
      name: string,
      input: Readonly<Record<string, unknown>>,
    ): Readonly<Record<string, unknown>> => {
      const { Key } = input as { Key?: { id?: { S?: string } } };
      if (name === 'UpdateItem' && Key?.id?.S?.startsWith('breaker#') === true) {
        return { ...breakers.update(input as unknown as UpdateItemCommandInput) };
      }
      const { status, body } = copies(name, input);
      if (status === 200) return body as Readonly<Record<string, unknown>>;
      const { Item } = body as { readonly Item?: Record<string, AttributeValue> };
      throw conditionFailed(Item);
    },
  };
};
