import { styleText } from 'node:util';

type Style = 'red' | 'yellow' | 'green' | 'bold' | 'dim';

/** Colours text, or leaves it alone where colour is off. Whether it is, the terminal has decided. */
export type Paint = (style: Style, text: string) => string;

export const createPaint =
  (color: boolean): Paint =>
  (style, text) =>
    color ? styleText(style, text, { validateStream: false }) : text;
