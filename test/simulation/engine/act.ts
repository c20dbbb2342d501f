import type { Input, SimulatedS3 } from './simulated-s3.ts';
import { sweepMessage } from './sweep-message.ts';
import type { UserAction } from '../users/user-action.ts';

export type ActPorts = {
  readonly account: string;
  readonly s3: SimulatedS3;
  readonly send: (body: string) => void; // to the reader
  readonly deploy: (policyIndex: number, mode: 'observe' | 'enforce') => void;
};

/** Does what a user does. */
export const act = (action: UserAction, { account, s3, send, deploy }: ActPorts): void => {
  const call = (input: Input, { service, name }: Extract<UserAction, { name: string }>): void => {
    s3.call({ service, name, input, caller: { account }, by: 'user', answered: true });
  };
  switch (action.kind) {
    case 'call':
      return call(action.input as Input, action);
    case 'on-version': {
      const { Bucket, Key } = action.input as { readonly Bucket: string; readonly Key: string };
      const bucket = s3.model().buckets.get(Bucket);
      const versions = bucket?.versions.get(Key);
      const version = versions?.get(versions.size - 1 - action.back) ?? versions?.last();
      if (bucket === undefined || version === undefined) return undefined;
      const { versionId: VersionId } = version;
      const which = bucket.versioning === undefined ? {} : { VersionId };
      return call({ ...action.input, ...which }, action);
    }
    case 'message':
      return send(action.body);
    case 'sweep':
      return send(sweepMessage(s3.model(), action.buckets));
    case 'deploy':
      return deploy(action.policyIndex, action.mode);
    default:
      return action satisfies never;
  }
};
