/** Joins the lines of each paragraph, so that the help is wrapped to the terminal. Indented lines stay lines. */
export const unwrap = (text: string): string => text.replaceAll(/(?<=[^\n])\n(?=[^\s])/g, ' ');
