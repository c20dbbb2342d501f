import { describe, expect, it } from '@jest/globals';
import { verdictRecord } from '../../../core/ledger/verdict-record.ts';
import { COMPLIANT, CONTEXT, GONE, makeInput } from './make-input.ts';
import { ocsfErrors } from './ocsf.ts';

describe('the resource of a record', () => {
  it('names objects in the partition that they are in', () => {
    const written = verdictRecord(makeInput(COMPLIANT), { ...CONTEXT, partition: 'aws-us-gov' });
    expect(written.resources[0].uid).toBe('arn:aws-us-gov:s3:::payroll-2026/statements/x.pdf');
    expect(written.cloud.cloud_partition).toBe('aws-us-gov');
  });

  it('says nothing of what S3 did not tell', () => {
    const written = verdictRecord(
      {
        ref: { bucket: 'b', key: 'k' },
        cause: 'cli',
        judged: { ref: { bucket: 'b', key: 'k' }, verdict: GONE },
      },
      CONTEXT,
    );
    expect(written.resources[0]).not.toHaveProperty('version');
    expect(written.resources[0]).not.toHaveProperty('data');
    expect(written.compliance).not.toHaveProperty('control');
    expect(written.unmapped.sealward.trigger).toEqual({ cause: 'cli' });
    expect(ocsfErrors(written)).toEqual([]);
  });
});
