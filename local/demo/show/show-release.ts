import type { Paint } from '../../../cli/paint.ts';
import { showText } from '../../../core/show-text.ts';
import { shellQuote } from '../../../core/alerts/shell-quote.ts';
import type { ComparedAttribute, ReleaseStory } from '../release/release-story.ts';

const NAME_WIDTH = 15;

const showAttribute = (
  paint: Paint,
  { attribute, before, after, same, mayDiffer }: ComparedAttribute,
): string => {
  const name = attribute.padEnd(NAME_WIDTH);
  if (same) return `    ${name}${paint('green', 'identical')}  ${before}`;
  return mayDiffer
    ? `    ${name}${'new'.padEnd(9)}  ${before} -> ${after}`
    : `    ${name}${paint('red', 'DIFFERENT')}  ${before} -> ${after}`;
};

/** What a person typed to get an object back, and how it came back. */
export const showRelease = (
  { from, commands, attributes }: ReleaseStory,
  paint: Paint,
): readonly string[] => [
  '',
  paint('bold', `released from quarantine: ${showText(`${from.bucket}/${from.key}`)}`),
  ...commands.flatMap(({ args, lines }) => [
    `  ${paint('dim', '$')} sealward ${showText(args.map(shellQuote).join(' '))}`,
    ...lines.map((line) => `    ${paint('dim', line)}`),
  ]),
  '  compared with the snapshot from right after its upload',
  ...attributes.map((one) => showAttribute(paint, one)),
];
