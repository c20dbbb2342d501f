import { isAlias, isMap, isScalar, isSeq, type Alias, type LineCounter, type Node } from 'yaml';
import { readAlias } from './read-alias.ts';
import { readFields } from './read-fields.ts';
import { placeKey, refuse, stop, type Place, type Reading, type ReadNode } from './reading.ts';
import type { Path } from './complaint.ts';
import { quoted } from './words.ts';

const MAX_DEPTH = 20;
const MAX_NODES = 100_000; // an alias bomb doubles with every line

/** Turns parsed YAML into plain data, and remembers where each piece stands. */
export const readNodes = (root: Node, lines: LineCounter) => {
  const reading: Reading = {
    lines,
    places: new Map(),
    mistakes: [],
    anchors: new Map(),
    open: new Set(),
    expanding: 0,
    aliases: 0,
    nodes: 0,
  };
  const data = readNode(reading, root, []);
  const { places, mistakes, stopped } = reading;
  return stopped === undefined
    ? { mistakes, readable: { data, places } }
    : { mistakes: [...mistakes, stopped] };
};

const readNode: ReadNode = (reading, node, path, field) => {
  const offset = node.range?.[0] ?? 0;
  reading.places.set(placeKey(path), placeOf(node, offset, field));
  reading.nodes += 1;
  if (reading.stopped !== undefined) {
    return undefined;
  }
  if (path.length > MAX_DEPTH) {
    return stop(reading, offset, path, `nested more than ${MAX_DEPTH} levels deep`);
  }
  if (reading.nodes > MAX_NODES) {
    return stop(reading, offset, path, `more than ${MAX_NODES} values, aliases counted in full`);
  }
  if (isAlias(node)) {
    return readAlias(reading, node as Alias.Parsed, path, field, readNode);
  }
  if ('tag' in node && node.tag !== undefined) {
    const message = `YAML tags such as ${quoted(node.tag)} are not supported`;
    return refuse(reading, offset, path, { code: 'yaml-unsupported', message });
  }
  if ('anchor' in node && typeof node.anchor === 'string' && reading.expanding === 0) {
    reading.anchors.set(node.anchor, node);
  }
  reading.open.add(node);
  const value = readContent(reading, node, path);
  reading.open.delete(node);
  return value;
};

const readContent = (reading: Reading, node: Node, path: Path): unknown => {
  if (isScalar(node)) {
    return node.value;
  }
  if (isSeq<Node>(node)) {
    return node.items.map((item, index) => readNode(reading, item, [...path, index]));
  }
  return isMap<Node, Node | null>(node)
    ? readFields(reading, node.items, path, readNode)
    : undefined;
};

/** A value that is not written at all stands where its field stands. */
const placeOf = (node: Node, offset: number, field: number | undefined): Place => {
  const source = isScalar(node) ? node.source : undefined;
  return {
    value: offset === node.range?.[1] && field !== undefined ? field : offset,
    ...(field !== undefined && { field }),
    ...(source !== undefined && { source }),
  };
};
