/** Whether a file says what it would say if it were made anew. Its layout is left to formatters. */
export const isFresh = (path: string, current: string, fresh: string): boolean =>
  plain(path, current) === plain(path, fresh);

const plain = (path: string, text: string): string =>
  path.endsWith('.json')
    ? text.replaceAll(/\s+/g, '')
    : text
        .replaceAll(/[ \t]+/g, ' ')
        .replaceAll(/-{3,}/g, '---') // the ruling of tables
        .replaceAll(/\n{2,}/g, '\n\n');
