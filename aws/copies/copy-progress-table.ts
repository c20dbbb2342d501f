import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { CopyProgress } from '../../core/copies/copy-progress.ts';

type Item = Record<string, AttributeValue>;

/** Longer than an order can wait in any queue. An item that outlives its copy goes away by itself. */
const KEPT_SECONDS = 15 * 86_400;

/** Copies under way, in the state table. */
export const createCopyProgressTable = (dynamoDb: DynamoDBClient, table: string) => ({
  read: async (id: string): Promise<CopyProgress | undefined> => {
    const { Item: item } = await dynamoDb.send(
      new GetItemCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }),
    );
    return item && toProgress(id, item);
  },

  /** Writes it unless a copy in parts is under way already. Answers what is there now. */
  begin: async (progress: CopyProgress): Promise<CopyProgress> => {
    try {
      await dynamoDb.send(
        new PutItemCommand({
          TableName: table,
          Item: toItem(progress),
          ConditionExpression: 'attribute_not_exists(uploadId)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return progress;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException && error.Item !== undefined) {
        return toProgress(progress.id, error.Item);
      }
      throw error;
    }
  },

  /** Notes how far an upload is. An item that went away meanwhile stays away. */
  advance: async (id: string, uploadId: string, done: number): Promise<void> =>
    setMember(dynamoDb, table, { id, uploadId }, 'done', { N: String(done) }),

  /** Notes what was made of an upload. */
  noteMade: async (id: string, uploadId: string, made: string): Promise<void> =>
    setMember(dynamoDb, table, { id, uploadId }, 'made', { S: made }),

  /** Deletes it, unless another try has begun another upload meanwhile. */
  end: async ({ id, upload }: Pick<CopyProgress, 'id' | 'upload'>): Promise<void> => {
    await unlessOther(
      dynamoDb.send(
        new DeleteItemCommand({
          TableName: table,
          Key: keyOf(id),
          ...(upload === undefined
            ? { ConditionExpression: 'attribute_not_exists(uploadId)' }
            : {
                ConditionExpression: 'attribute_not_exists(id) OR uploadId = :uploadId',
                ExpressionAttributeValues: { ':uploadId': { S: upload.uploadId } },
              }),
        }),
      ),
    );
  },
});

const setMember = async (
  dynamoDb: DynamoDBClient,
  table: string,
  { id, uploadId }: { readonly id: string; readonly uploadId: string },
  name: string,
  value: AttributeValue,
): Promise<void> =>
  unlessOther(
    dynamoDb.send(
      new UpdateItemCommand({
        TableName: table,
        Key: keyOf(id),
        UpdateExpression: 'SET #name = :value',
        ConditionExpression: 'uploadId = :uploadId',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':value': value, ':uploadId': { S: uploadId } },
      }),
    ),
  );

const unlessOther = async (write: Promise<unknown>): Promise<void> => {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};

const keyOf = (id: string): Item => ({ id: { S: `copy#${id}` } });

const toItem = ({ id, upload, ...progress }: CopyProgress): Item => ({
  ...keyOf(id),
  bucket: { S: progress.bucket },
  key: { S: progress.key },
  carried: { S: progress.carried },
  ...(progress.asked !== undefined && { asked: { S: progress.asked } }),
  ...(progress.checksum !== undefined && { checksum: { S: progress.checksum } }),
  ...(progress.restarts !== undefined && { restarts: { N: String(progress.restarts) } }),
  ...(progress.made !== undefined && { made: { S: progress.made } }),
  startedAt: { S: progress.startedAt },
  expires: { N: String(Math.floor(Date.parse(progress.startedAt) / 1000) + KEPT_SECONDS) },
  ...(upload && {
    uploadId: { S: upload.uploadId },
    partBytes: { N: String(upload.partBytes) },
    parts: { N: String(upload.parts) },
    done: { N: String(upload.done) },
  }),
});

export const toProgress = (id: string, item: Item): CopyProgress => {
  const text = (name: string): string => item[name]?.S ?? '';
  const number = (name: string): number => Number(item[name]?.N ?? 0);
  return {
    id,
    bucket: text('bucket'),
    key: text('key'),
    carried: text('carried'),
    ...(item['asked']?.S !== undefined && { asked: item['asked'].S }),
    ...(item['checksum']?.S !== undefined && { checksum: item['checksum'].S }),
    ...(item['restarts']?.N !== undefined && { restarts: number('restarts') }),
    ...(item['made']?.S !== undefined && { made: item['made'].S }),
    startedAt: text('startedAt'),
    ...(item['uploadId']?.S !== undefined && {
      upload: {
        uploadId: item['uploadId'].S,
        partBytes: number('partBytes'),
        parts: number('parts'),
        done: number('done'),
      },
    }),
  };
};
