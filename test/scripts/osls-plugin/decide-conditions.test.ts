import { describe, expect, it } from '@jest/globals';
import { readChosen } from '../../../scripts/osls-plugin/chosen.ts';
import { decideConditions } from '../../../scripts/osls-plugin/decide-conditions.ts';
import type { Service } from '../../../scripts/osls-plugin/serverless.ts';
import { SETTINGS } from './settings.ts';

const NO_VALUE = { Ref: 'AWS::NoValue' };

const decided = (copyBuckets: string, given: object): Service => {
  const service: Service = {
    custom: { sealward: SETTINGS },
    provider: {},
    functions: {},
    getAllFunctions: () => [],
    ...structuredClone(given),
  };
  decideConditions(service, readChosen({ ...SETTINGS, copyBuckets }));
  return service;
};

describe('conditions that are decided before packaging', () => {
  it.each(['Resources', 'Outputs', 'extensions'])('keep or drop what stands in %s', (section) => {
    const given = { resources: { [section]: { A: { Condition: 'Copies', Value: 1 }, B: {} } } };
    expect(decided('', given).resources).toMatchObject({ [section]: { B: {} } });
    expect(decided('', given).resources?.[section as 'Outputs']).not.toHaveProperty('A');
    expect(decided('one', given).resources).toMatchObject({
      [section]: { A: { Value: 1 }, B: {} },
    });
    expect(decided('one', given).resources?.[section as 'Outputs']?.['A']).toEqual({ Value: 1 });
  });

  it('keep or drop functions', () => {
    const given = { functions: { a: { condition: 'Quarantine' }, b: { condition: 'Mine' } } };
    expect(decided('one', given).functions).toEqual({ b: { condition: 'Mine' } });
  });

  it('choose between the branches of `Fn::If`, in lists and in maps, at any depth', () => {
    const choose = (yes: unknown, no: unknown) => ({ 'Fn::If': ['Copies', yes, no] });
    const given = {
      provider: { environment: { A: choose('yes', NO_VALUE), B: choose('yes', 'no') } },
      functions: { f: { list: [1, choose(2, NO_VALUE), { deep: choose(choose(3, 4), [5]) }] } },
    };
    expect(decided('one', given)).toMatchObject({
      provider: { environment: { A: 'yes', B: 'yes' } },
      functions: { f: { list: [1, 2, { deep: 3 }] } },
    });
    expect(decided('', given).provider.environment).toEqual({ B: 'no' });
    expect(decided('', given).functions).toEqual({ f: { list: [1, { deep: [5] }] } });
  });

  it('leave every other condition to CloudFormation', () => {
    const given = {
      resources: {
        Resources: {
          A: { Condition: 'InVpc', Properties: { P: { 'Fn::If': ['InVpc', NO_VALUE, 1] } } },
        },
      },
    };
    expect(decided('', given).resources?.Resources).toEqual(given.resources.Resources);
  });
});
