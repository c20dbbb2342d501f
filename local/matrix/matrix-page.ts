import type { Finding } from './matrix-row.ts';

export type Answered = Finding & { readonly area: string; readonly question: string };

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

export const matrixPage = (
  answered: readonly Answered[],
  version: string,
  at: Date,
): string => `# What the local stand-in does

MiniStack ${version}, asked on ${at.toISOString().slice(0, 10)} by \`node local/matrix.ts\`: plain requests straight to it, not through our front.
S3 and KMS are not in this table where the front answers them itself (\`local/model\`). Times are from one run on two cores.

| area | question | verdict | what it said |
| --- | --- | --- | --- |
${answered
  .map(({ area, question, verdict, said }) => {
    const shown = verdict === 'as AWS' ? verdict : `**${verdict}**`;
    return `| ${area} | ${cell(question)} | ${shown} | ${cell(said)} |`;
  })
  .join('\n')}
`;
