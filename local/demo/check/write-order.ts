import type { WriteStep } from './write-step.ts';

/**
 * How many updates reached S3 before an intent of their own was durable; the steps are those of one key. Clocks of
 * whole milliseconds cannot tell more than this: an update that arrived in the very millisecond is let pass.
 */
export const updatesWithoutIntent = (steps: readonly WriteStep[]): number => {
  const intents = steps.filter((step) => step.kind === 'intent');
  const updates = steps.filter((step) => step.kind === 'update');
  return updates.filter((update, index) => {
    const intent = intents[Math.min(index, intents.length - 1)]; // an order may be delivered twice
    return (
      intent === undefined ||
      steps.indexOf(update) < steps.indexOf(intent) ||
      update.at + 1 <= intent.durableAt
    );
  }).length;
};
