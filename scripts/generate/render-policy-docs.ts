import { POLICY_ERROR_CODES } from '../../core/policy/policy-error-codes.ts';
import { fieldTable } from './field-table.ts';
import { fillSection } from './fill-section.ts';

/** docs/policy.md is written by hand, but for its tables. */
export const renderPolicyDocs = (current: string): string => {
  const sections = {
    'policy fields': fieldTable([]),
    'defaults fields': fieldTable(['defaults']),
    'rule fields': fieldTable(['rules']),
    'match fields': fieldTable(['rules', 'match']),
    'require fields': fieldTable(['rules', 'require']),
    'target fields': fieldTable(['rules', 'target']),
    'exemption fields': fieldTable(['exemptions']),
    'error codes': errorCodes(),
  };
  return Object.entries(sections).reduce(
    (text, [name, content]) => fillSection(text, name, content),
    current,
  );
};

const errorCodes = (): string =>
  [
    '| code | meaning |',
    '| --- | --- |',
    ...Object.entries(POLICY_ERROR_CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`),
  ].join('\n');
