import type { Applied, CallContext, OutputOf, Refused } from '../call.ts';
import type { ModelOperations } from '../model-operations.ts';
import type { AwsModel } from '../state.ts';

export type ModelInputOf<N extends keyof ModelOperations> = ModelOperations[N]['input'];

/** What no API can do but a test must: see `model-operations.ts`. */
export type ModelHandler<N extends keyof ModelOperations> = (
  model: AwsModel,
  input: ModelInputOf<N>,
  context: CallContext,
) => Applied<OutputOf<'model', N>> | Refused;
