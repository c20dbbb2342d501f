import type { WriteStep } from './write-step.ts';

/**
 * How many updates reached S3 before an intent of their own was durable; the steps are those of one key. Clocks of
 * whole milliseconds cannot tell more than this: an update that arrived in the very millisecond is let pass.
 */
export const updatesWithoutIntent = (
  steps: readonly WriteStep[],
  { repeats = false }: { readonly repeats?: boolean } = {},
): number => {
  const intents = steps.filter((step) => step.kind === 'intent');
  const updates = steps.filter((step) => step.kind === 'update');
  if (repeats) return updates.filter((update) => !isBacked(update, steps)).length;
  return updates.filter((update, index) => {
    const intent = intents[Math.min(index, intents.length - 1)]; // an order may be delivered twice
    return (
      intent === undefined ||
      steps.indexOf(update) < steps.indexOf(intent) ||
      update.at + 1 <= intent.durableAt
    );
  }).length;
};

type Update = Extract<WriteStep, { kind: 'update' }>;

/**
 * Under faults one order is tried again and again, and one event judged twice, so that updates and intents cannot be
 * paired by counting: an update has to come after any intent of the version that it names, or of its key.
 */
const isBacked = (update: Update, steps: readonly WriteStep[]): boolean =>
  steps
    .slice(0, steps.indexOf(update))
    .some(
      (step) =>
        step.kind === 'intent' &&
        (update.versionId === undefined || step.versionId === update.versionId) &&
        update.at + 1 > step.durableAt,
    );
