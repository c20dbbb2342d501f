type Node = {
  readonly type: string;
  readonly argument?: {
    readonly callee?: { readonly name?: string };
    readonly typeAnnotation?: { readonly type?: string };
  } | null;
};

/** A `switch` case, as Babel's parser tells it. */
export type Case = { readonly test: unknown; readonly consequent: readonly Node[] };

/** `default: return assertNever(x)` or `return x satisfies never`: for the compiler, no input of its type comes there. */
export const isNeverCase = ({ test, consequent }: Case): boolean =>
  test === null && consequent.length > 0 && consequent.every(isNever);

const isNever = ({ type, argument }: Node): boolean =>
  type === 'ReturnStatement' &&
  (argument?.callee?.name === 'assertNever' || argument?.typeAnnotation?.type === 'TSNeverKeyword');
