import { assumed } from './rule.ts';

const OURS =
  'https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html';

export const MODEL_RULES = [
  ...assumed(OURS, {
    'model/not-implemented': 'what is not modelled answers 501, and never falls through',
    'model/refusal-changes-nothing': 'a refused call leaves the very state it found',
    'model/same-calls-same-state': 'the same calls give the same states, answers and events',
    'model/adopted-key': 'a key made elsewhere keeps its ARN, policy and rotation',
    'model/immutable': 'a state once given out never changes',
    'model/fluid': 'ten thousand objects are handled without a wait',
    'model/many-parts': 'the last of ten thousand parts costs what the first did',
  }),
] as const;
