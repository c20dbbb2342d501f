import type { ModelEvent } from './events/model-event.ts';
import type { AwsModel } from './state.ts';
import type { KmsOperations } from './kms-operations.ts';
import type { ModelOperations } from './model-operations.ts';
import type { S3Operations } from './s3-operations.ts';

export type Operations = {
  readonly s3: S3Operations;
  readonly kms: KmsOperations;
  readonly model: ModelOperations;
};
export type Service = keyof Operations;

export type Caller = {
  readonly account: string; // 12 digits, or a service principal such as `s3.amazonaws.com`
  readonly arn?: string; // of the user or role that asks
  readonly principal?: string; // as CloudTrail and notifications spell it: `AWS:AROA…:session`
  readonly sourceIp?: string; // `127.0.0.1` unless said
};

/** What surrounds a call. `now` is in epoch milliseconds: the model has no clock. */
export type CallContext = {
  readonly caller: Caller;
  readonly now: number;
  readonly requestId: string;
};

/** A call as the front sees it: any name, because an unknown one has an answer too (501). */
export type Call = CallContext & {
  readonly service: Service;
  readonly name: string;
  readonly input: object;
};

/** A call whose input the compiler checks; assignable to `Call`. */
export type CallOf<S extends Service, N extends keyof Operations[S]> = CallContext & {
  readonly service: S;
  readonly name: N;
  readonly input: Operations[S][N] extends { readonly input: infer Input } ? Input : never;
};

export type OutputOf<S extends Service, N extends keyof Operations[S]> = Operations[S][N] extends {
  readonly output: infer Output;
}
  ? Output
  : never;

/** `status` is the HTTP status: 200 unless said (204, 206, 202). */
export type Ok<Output> = {
  readonly kind: 'ok';
  readonly status: number;
  readonly output: Output;
};

/**
 * A refusal in AWS's words. HEAD refusals carry a code here too: it is the front that drops the body,
 * as S3 does. `headers` are response headers that come with the refusal (`x-amz-delete-marker`).
 */
export type Refused = {
  readonly kind: 'error';
  readonly status: number;
  readonly code: string; // `NoSuchKey`, `KMS.DisabledException`; for KMS calls the bare `__type`
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Result<Output> = Ok<Output> | Refused;

export type Applied<Output = object> = {
  readonly state: AwsModel;
  readonly result: Result<Output>;
  readonly events: readonly ModelEvent[];
};
