/** A command of a document, with what the document says that it prints. */
export type Documented = {
  readonly argv: readonly string[];
  readonly out: string;
  readonly code: number;
};

/** Every `$ sealward …` of the console blocks, in order. `# exit N` ends each. */
export const consoleBlocks = (markdown: string): readonly Documented[] =>
  [...markdown.matchAll(/^```console\n([^]*?)^```$/gm)].flatMap(([, block = '']) =>
    [...block.matchAll(/^\$ sealward (.*)\n([^]*?)^# exit (\d+)\n/gm)].map(
      ([, words = '', out = '', code]) => ({ argv: words.split(' '), out, code: Number(code) }),
    ),
  );

/** The first YAML block: the policy that the document works with. */
export const yamlBlock = (markdown: string): string =>
  /^```yaml\n([^]*?)^```$/m.exec(markdown)?.[1] ?? '';
