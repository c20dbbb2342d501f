/** One message on its way to the stand-in, already in AWS's shape. */
export type Outgoing =
  | {
      readonly kind: 'eventbridge';
      readonly account: string;
      readonly region: string;
      readonly entry: {
        readonly Source: string;
        readonly DetailType: string;
        readonly Detail: string;
        readonly Resources: readonly string[];
      };
    }
  | { readonly kind: 'sqs'; readonly arn: string; readonly body: string }
  | {
      readonly kind: 'sns';
      readonly arn: string;
      readonly subject: string;
      readonly message: string;
    }
  | { readonly kind: 'undeliverable'; readonly arn: string };

/** What PutEvents takes at once. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export const MAX_ENTRIES = 10;

/** The longest run at the head of the queue that one request can carry. */
export const headBatch = (queue: readonly Outgoing[]): readonly Outgoing[] => {
  const [first] = queue;
  if (first === undefined) return [];
  if (first.kind !== 'eventbridge') return [first];
  const end = queue.findIndex(
    (one) =>
      one.kind !== 'eventbridge' || one.account !== first.account || one.region !== first.region,
  );
  return queue.slice(0, Math.min(end < 0 ? queue.length : end, MAX_ENTRIES));
};
