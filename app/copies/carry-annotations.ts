import type { AnnotationEntry } from '../../core/copies/object-attributes.ts';
import type { Ref } from '../../core/objects/ref.ts';
import { withLimit } from '../with-limit.ts';
import type { CopyPorts } from './copy-ports.ts';

/** Milliseconds that one annotation of 1 MiB and the answer may take. */
const TIME_FOR_ANNOTATION = 20_000;

/**
 * Puts onto the copy whatever it lacks of these annotations. CopyObject brings them along, a multipart upload does
 * not. Answers whether all are there.
 */
export const carryAnnotations = async (
  ports: Pick<CopyPorts, 'listAnnotations' | 'carryAnnotation' | 'atOnce'>,
  annotations: readonly AnnotationEntry[],
  from: Ref,
  copy: { readonly ref: Ref; readonly etag: string },
  timeLeft: () => number,
): Promise<boolean> => {
  if (annotations.length === 0) return true;
  const listed = await ports.listAnnotations(copy.ref);
  const there = new Map(listed.map(({ name, size }) => [name, size]));
  const missing = annotations.filter(({ name, size }) => there.get(name) !== size);
  const carried = await withLimit(missing, ports.atOnce, async ({ name }) => {
    if (timeLeft() < TIME_FOR_ANNOTATION) return false;
    await ports.carryAnnotation(name, from, copy.ref, copy.etag);
    return true;
  });
  return !carried.includes(false);
};
