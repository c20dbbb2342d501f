import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'unreadable-tags-are-none',
  title: 'takes tags that it may not read for no tags',
  file: 'aws/read-tags.ts',
  from: `return { kind: 'tags-unreadable', words: \`\${error.name}: \${error.message}\` };`,
  to: "return { kind: 'tags', tags: {} };",
  invariant: 5,
};
