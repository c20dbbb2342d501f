/** One request and its answer, as seen on the wire. */
export type WireCall = {
  readonly at: number; // epoch ms, when the request had arrived
  readonly ms: number; // until the answer was handed back
  readonly service: string; // credential scope: `s3`, `kms`, `sqs`, `firehose`, ...
  readonly operation: string; // `HeadObject`, `SendMessageBatch`; method and path where neither names one
  readonly bucket?: string;
  readonly key?: string;
  readonly versionId?: string; // that the request names
  readonly status: number;
  readonly account: string;
  readonly caller: 'function' | 'client'; // a deployed function, or anyone else
  readonly userAgent: string;
  readonly servedBy: 'model' | 'stand-in' | 'front';
  readonly body?: Buffer; // request bodies of what the pipeline sends: Firehose, SQS, SNS
};

export type CallListener = (call: WireCall) => void;

/** Calls whose bodies are kept for listeners. */
export const KEPT_BODIES: ReadonlySet<string> = new Set([
  'firehose:PutRecord',
  'firehose:PutRecordBatch',
  'sqs:SendMessage',
  'sqs:SendMessageBatch',
  'sns:Publish',
  'sns:PublishBatch',
]);

export type WireLog = {
  readonly emit: CallListener;
  readonly onCall: (listener: CallListener) => () => void; // answers how to stop listening
};

export const createWireLog = (): WireLog => {
  const listeners = new Set<CallListener>();
  return {
    emit: (call) => {
      for (const listener of listeners) listener(call);
    },
    onCall: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
