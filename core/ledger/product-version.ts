/** As in package.json; a test compares them. A constant, so that no bundle has to carry package.json. */
export const PRODUCT_VERSION = '0.1.0';
