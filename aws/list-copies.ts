import {
  type AttributeValue,
  type DynamoDBClient,
  ScanCommand,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb';
import type { CopyProgress } from '../core/copies/copy-progress.ts';
import { toProgress } from './copies/copy-progress-table.ts';

const PREFIX = 'copy#';

/**
 * Every copy that is under way, or was left behind. The table holds little: copies in progress and counters.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html
 */
export const createListCopies =
  (dynamoDb: DynamoDBClient, table: string) => async (): Promise<readonly CopyProgress[]> => {
    const copies: CopyProgress[] = [];
    let after: Record<string, AttributeValue> | undefined;
    do {
      const page: ScanCommandOutput = await dynamoDb.send(
        new ScanCommand({
          TableName: table,
          ConsistentRead: true,
          FilterExpression: 'begins_with(id, :prefix)',
          ExpressionAttributeValues: { ':prefix': { S: PREFIX } },
          ...(after !== undefined && { ExclusiveStartKey: after }),
        }),
      );
      for (const item of page.Items ?? []) {
        copies.push(toProgress((item['id']?.S ?? '').slice(PREFIX.length), item));
      }
      after = page.LastEvaluatedKey;
    } while (after !== undefined);
    return copies;
  };
