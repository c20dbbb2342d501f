import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { NormalizedSchema } from '@smithy/core/schema';
import { readScalar } from './scalar.ts';

const ATTRIBUTE = '@';
const TEXT = '#text';

type Element = string | { readonly [name: string]: Element | readonly Element[] };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  textNodeName: TEXT,
  parseTagValue: false, // `<Key>007</Key>` is text
  parseAttributeValue: false,
  trimValues: false, // ` key ` keeps its spaces
  ignoreDeclaration: true,
  ignorePiTags: true,
  htmlEntities: true, // numeric references such as `&#xD;`
});

const textOf = (element: Element): string => {
  if (typeof element === 'string') return element;
  const text = element[TEXT];
  return typeof text === 'string' ? text : '';
};

const childrenOf = (element: Element, name: string): readonly Element[] => {
  const child = typeof element === 'string' ? undefined : element[name];
  return child === undefined ? [] : [child].flat();
};

const nameOf = (schema: NormalizedSchema, member: string): string => {
  const { xmlName, xmlAttribute } = schema.getMergedTraits();
  const name = xmlName ?? member;
  return xmlAttribute === undefined ? name : `${ATTRIBUTE}${name}`;
};

const readValue = (schema: NormalizedSchema, elements: readonly Element[]): unknown => {
  const [element] = elements;
  if (element === undefined) return undefined;
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const items =
      schema.getMergedTraits().xmlFlattened === undefined
        ? childrenOf(element, nameOf(item, 'member'))
        : elements;
    return items.map((one) => readValue(item, [one]));
  }
  return schema.isStructSchema()
    ? readStruct(schema, element)
    : readScalar(schema, textOf(element));
};

const readStruct = (schema: NormalizedSchema, element: Element): Record<string, unknown> => {
  const value: Record<string, unknown> = {};
  for (const [member, memberSchema] of schema.structIterator()) {
    const read = readValue(memberSchema, childrenOf(element, nameOf(memberSchema, member)));
    if (read !== undefined) value[member] = read;
  }
  return value;
};

/** The content of a document's root as a structure. Undefined: malformed. */
export const readXml = (
  schema: NormalizedSchema,
  text: string,
): Record<string, unknown> | undefined => {
  if (XMLValidator.validate(text) !== true) return undefined;
  const roots = Object.entries(parser.parse(text) as Record<string, Element>).filter(
    ([name]) => name !== TEXT,
  );
  const [root] = roots;
  return root === undefined ? undefined : readStruct(schema, root[1]);
};
