import type { RecordAct } from '../../app/operator/under-record.ts';
import { PRODUCT_VERSION } from '../../core/ledger/product-version.ts';
import { operatorRecord } from '../../core/operator/operator-record.ts';
import type { CliDoor, CliStack } from '../../runtime/wire-cli.ts';

/** Writes what a person does to the ledger of the stack. */
export const recordActWith = (
  { now }: Pick<CliDoor, 'now'>,
  { account, region, name, recordIn }: CliStack,
  ledgerStream: string,
  policyHash?: string,
): RecordAct => {
  const record = recordIn(ledgerStream);
  return async (act, outcome) =>
    record(
      operatorRecord(act, outcome, {
        account,
        region,
        partition: partitionOf(act.by.arn),
        stack: name,
        now: now(),
        productVersion: PRODUCT_VERSION,
        ...(policyHash !== undefined && { policyHash }),
      }),
    );
};

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
const partitionOf = (arn: string): string => arn.split(':')[1] ?? 'aws';
