export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that the stack must have set: better no function than one that guesses. */
export const required = (env: Environment, name: string): string => {
  const value = env[name];
  if (value === undefined || value === '') {
    throw new Error(`environment variable \`${name}\` is not set: deploy the stack again`);
  }
  return value;
};

/** A variable that must be one of a few words. */
export const oneOf = <Word extends string>(
  env: Environment,
  name: string,
  words: readonly Word[],
): Word => {
  const value = required(env, name);
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) {
    const expected = words.map((one) => `\`${one}\``).join(', ');
    throw new Error(
      `environment variable \`${name}\` is \`${value}\`, expected one of ${expected}`,
    );
  }
  return word;
};

/** Names separated by commas; `absent` is what a variable that is not set stands for, where it need not be. */
export const list = (
  env: Environment,
  name: string,
  absent?: readonly string[],
): readonly string[] =>
  absent !== undefined && (env[name] ?? '') === ''
    ? absent
    : required(env, name)
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '');

/** A variable that must be a whole number above zero. */
export const number = (env: Environment, name: string): number => {
  const value = Number(required(env, name));
  if (!Number.isSafeInteger(value) || value <= 0) {
    throw new Error(
      `environment variable \`${name}\` is \`${env[name]}\`, expected a whole number above zero`,
    );
  }
  return value;
};
