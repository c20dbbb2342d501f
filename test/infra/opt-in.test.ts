import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evaluate } from './evaluate.ts';
import { findDanglingReferences } from './find-dangling-references.ts';
import { findUnknownProperties } from './find-unknown-properties.ts';
import { packageStack, readTemplate, type StackFolder } from './package-stack.ts';
import { allowedActions } from './policies.ts';
import { resourcesOf, type Template } from './template.ts';

// Whatever an option is called: in resources, functions, queues, statements, variables, outputs, descriptions.
// Every stack tells the reader how large one copy may be, to plan by; items `copy#…` are those of quarantine too.
const NAMES = {
  copies: /(?<!LARGEST_)cop(y(?!#)|ies)/i,
  quarantine: /quarantine|isolate|release|trusted/i,
  state: /statetable|state_table|dynamodb|breaker/i,
};

const CHOICES = [
  { title: 'nothing', params: {}, there: [] },
  { title: 'copies', params: { copyBuckets: 'payroll-*' }, there: ['copies', 'state'] },
  { title: 'quarantine', params: { quarantineBuckets: '*' }, there: ['quarantine', 'state'] },
  { title: 'a circuit breaker', params: { breakerOrdersPerHour: '50' }, there: ['state'] },
] as const;

describe.each(CHOICES)('a stack with $title opted in', ({ title, params, there }) => {
  let folder: StackFolder;
  let template: Template;
  beforeAll(async () => {
    folder = await packageStack({ params });
    template = await readTemplate(folder);
  }, 60_000);
  afterAll(async () => rm(folder.dir, { recursive: true, force: true }));

  const isThere = (option: string) => (there as readonly string[]).includes(option);

  it.each(Object.entries(NAMES))('names %s only if that is in it', (option, pattern) => {
    const found = JSON.stringify(template).match(new RegExp(pattern, 'gi')) ?? [];
    if (isThere(option)) expect(found.length).toBeGreaterThan(10);
    else expect(found).toEqual([]);
  });

  it('holds only the rights that belong to it', () => {
    const actions = resourcesOf(template, 'AWS::IAM::Role')
      .filter(([id]) => id !== 'LedgerDeliveryRole')
      .flatMap(([id]) => allowedActions(evaluate(template), id));
    const hasRight = (pattern: RegExp) => actions.some((action) => pattern.test(action));
    expect({
      writes: hasRight(/^s3:(Put|Abort)/),
      deletes: hasRight(/^s3:Delete/),
      remembers: hasRight(/^dynamodb:/),
    }).toEqual({
      writes: isThere('copies') || isThere('quarantine'),
      deletes: isThere('quarantine'),
      remembers: title !== 'nothing',
    });
  });

  it('leaves CloudFormation none of the conditions that were decided', () => {
    expect(JSON.stringify(template)).not.toMatch(
      /"(Condition":|Fn::If":\[)"(Copies|Quarantine|State)"/i,
    );
  });

  it('is a template that CloudFormation takes', async () => {
    expect(await findUnknownProperties(evaluate(template))).toEqual([]);
    expect(await findDanglingReferences(evaluate(template))).toEqual([]);
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
    expect(JSON.stringify(template).length).toBeLessThan(1_000_000);
    expect(Object.keys(template.Resources).length).toBeLessThan(500);
  });
});
