import type { Applied, Refused } from './call.ts';
import type { ModelEvent } from './events/model-event.ts';
import type { AwsModel } from './state.ts';

type Extras = { readonly status?: number; readonly events?: readonly ModelEvent[] };

export const ok = <Output>(
  state: AwsModel,
  output: Output,
  { status = 200, events = [] }: Extras = {},
): Applied<Output> => ({ state, result: { kind: 'ok', status, output }, events });

export const refuse = (
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Refused => ({
  kind: 'error',
  status,
  code,
  message,
  ...(headers === undefined ? {} : { headers }),
});

/** Only refusals carry the kind `error`; no state or stored thing does. */
export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'error';
