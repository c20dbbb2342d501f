// The Range header: one range is served, several or nonsense are ignored.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html status: documented
export type ByteRange = { readonly start: number; readonly end: number }; // end is inclusive

const RANGE = /^bytes=(\d*)-(\d*)$/;

export const parseByteRange = (
  header: string | undefined,
  size: number,
): ByteRange | 'whole' | 'unsatisfiable' => {
  const [, first, last] = RANGE.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'whole';
  if (start >= size) return 'unsatisfiable';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
};
