import { COMPLIANT, type CostLine, FIX, perMillion } from './cost-per-million.ts';
import { PRICES_AS_OF } from './prices.ts';

const dollars = (amount: number): string => `$${amount.toFixed(2)}`;

const table = (lines: readonly CostLine[]): string =>
  [
    '| item | for one object | a million | note |',
    '| --- | --: | --: | --- |',
    ...lines.map(
      ({ item, count, unit, note }) =>
        `| ${item} | ${Number(count.toPrecision(3))} | ${dollars(count * unit * 1e6)} | ${note} |`,
    ),
    `| **together** | | **${dollars(perMillion(lines))}** | |`,
  ].join('\n');

/** docs/cost.md, whole. */
export const renderCost = (): string => `# What it costs

Generated from \`bench/cost/\` by \`npm run generate\`. Prices: us-east-1, ${PRICES_AS_OF}, each with its page in
\`bench/cost/prices.ts\`; calls: counted at the wire by the end-to-end tests. Durations and KMS requests are assumed,
not measured on AWS. Not counted: CloudWatch Logs and alarms (a few dollars a month), storage of the ledger.

A million uploads that are compliant cost about **${dollars(perMillion(COMPLIANT))}**:

${table(COMPLIANT)}

Each million that has to be re-encrypted in place adds about **${dollars(perMillion(FIX))}**:

${table(FIX)}
`;
