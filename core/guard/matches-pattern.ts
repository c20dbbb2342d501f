/**
 * Whether an IAM pattern (`*` any text, `?` any character) matches the text as a whole. Walks both once with one
 * point to go back to, since a regular expression could be made to take for ever.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export const matchesPattern = (pattern: string, text: string): boolean => {
  let [at, to] = [0, 0];
  let [star, resume] = [-1, 0];
  while (to < text.length) {
    if (pattern[at] === '*') {
      [star, resume] = [at, to];
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === text[to]) {
      at += 1;
      to += 1;
    } else if (star >= 0) {
      resume += 1;
      [at, to] = [star + 1, resume];
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
};

/** Whether it matches every text that begins with `prefix`. May answer no for an odd pattern that does. */
export const matchesAllBelow = (pattern: string, prefix: string): boolean =>
  pattern.endsWith('*') && matchesPattern(pattern, prefix);
