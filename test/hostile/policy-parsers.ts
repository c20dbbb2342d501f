import { compilePolicy } from '../../core/policy/compile-policy.ts';
import { parseFile } from '../../core/policy/document/parse-file.ts';
import { readDocument } from '../../core/policy/document/read-document.ts';
import { loadPolicy } from '../../core/policy/load-policy.ts';
import { parsePolicy } from '../../core/policy/parse-policy.ts';
import { parsePolicyLock } from '../../core/policy/policy-lock.ts';
import { policySchema } from '../../core/policy/schema/policy-schema.ts';
import { ACCOUNT, REGION } from '../made/facts.ts';
import { asObject, type Parser } from './parser.ts';
import * as seeds from './seeds.ts';

/** A policy that parses is compiled and loaded too: whatever got past the parser must not break what follows. */
const parseAndCompile = (text: string): unknown => {
  const parsed = parsePolicy(text, 'policy.yaml');
  if (parsed.kind === 'policy-errors') {
    return parsed;
  }
  const compiled = compilePolicy(parsed.file, seeds.LOCK, { account: ACCOUNT, region: REGION });
  return compiled.kind === 'compiled'
    ? loadPolicy(JSON.parse(JSON.stringify(compiled.policy))).rules
    : compiled;
};

const format = { schema: policySchema, check: () => [], whenEmpty: '' };

export const POLICY_PARSERS: readonly Parser[] = [
  {
    name: 'parsePolicy',
    file: true,
    grammar: 'yaml',
    parse: parseAndCompile,
    seeds: seeds.POLICIES,
  },
  {
    name: 'parsePolicyLock',
    file: true,
    grammar: 'json', // as `sealward policy pin` writes it
    parse: (text) => parsePolicyLock(text, 'lock.json'),
    seeds: seeds.LOCKS,
  },
  {
    name: 'readDocument',
    within: 'parsePolicy',
    grammar: 'yaml',
    parse: (text) => readDocument(text, 'policy.yaml', '').readable?.data,
    seeds: seeds.POLICIES,
  },
  {
    name: 'parseFile',
    within: 'parsePolicy',
    grammar: 'yaml',
    parse: (text) => parseFile(text, 'policy.yaml', format),
    seeds: seeds.POLICIES,
  },
  {
    name: 'loadPolicy',
    grammar: 'json',
    parse: (text) => loadPolicy(asObject(text)),
    seeds: seeds.COMPILED,
    throws: (error) =>
      error instanceof Error &&
      /^(?:not a compiled policy:|the compiled policy says)/.test(error.message),
  },
];
