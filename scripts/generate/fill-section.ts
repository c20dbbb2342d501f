/** Replaces what stands between `<!-- generated: NAME -->` and `<!-- end -->`; throws where there is no such place. */
export const fillSection = (text: string, name: string, content: string): string => {
  const start = `<!-- generated: ${name} -->\n`;
  const from = text.indexOf(start);
  const to = text.indexOf('<!-- end -->', from);
  if (from < 0 || to < 0) {
    throw new Error(`no section \`${start.trim()}\` up to \`<!-- end -->\` in the file`);
  }
  return `${text.slice(0, from + start.length)}\n${content.trim()}\n\n${text.slice(to)}`;
};
