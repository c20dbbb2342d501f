import { createResumeBreaker } from '../../../aws/breaker-table.ts';
import { createDirectClients } from '../aws/direct-clients.ts';
import type { createStateTable } from '../aws/state-table.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** A person lets every rule's orders go again, by the command's own adapter. */
export const resumeBreakers = (
  table: ReturnType<typeof createStateTable>,
  { policies }: Scenario,
  now: number,
): void => {
  const { dynamoDb } = createDirectClients(async (_service, name, input) =>
    Promise.resolve({ output: table.call(name, input), status: 200 }),
  );
  const resume = createResumeBreaker(dynamoDb, 'state');
  for (const { id } of policies[0].rules) {
    void resume(id, { at: new Date(now).toISOString(), by: 'operator', reason: 'simulated' });
  }
};
