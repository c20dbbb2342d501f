// The two cyclic checks that Node does not have. Both work on bits in reverse order, from all ones, and end inverted.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html status: documented
const CRC32C_POLYNOMIAL = 0x82f63b78;
const CRC64NVME_POLYNOMIAL = 0x9a6c9329ac4bc9b5n;
const LOW = 0xffffffffn;

const remainder = (polynomial: bigint, byte: number): bigint => {
  let rest = BigInt(byte);
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1n ? (rest >> 1n) ^ polynomial : rest >> 1n;
  return rest;
};

const BYTES = [...Array.from({ length: 256 }).keys()];
const half = (polynomial: bigint, shift: bigint): Uint32Array =>
  Uint32Array.from(BYTES, (byte) => Number((remainder(polynomial, byte) >> shift) & LOW));

const table32 = half(BigInt(CRC32C_POLYNOMIAL), 0n);
const high64 = half(CRC64NVME_POLYNOMIAL, 32n);
const low64 = half(CRC64NVME_POLYNOMIAL, 0n);

export const crc32c = (bytes: Uint8Array): Buffer => {
  let rest = -1;
  for (const byte of bytes) rest = (table32[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  const sum = Buffer.alloc(4);
  sum.writeInt32BE(~rest);
  return sum;
};

/** In two halves of 32 bits: big integers would take seconds for a few megabytes. */
export const crc64nvme = (bytes: Uint8Array): Buffer => {
  let [high, low] = [-1, -1];
  for (const byte of bytes) {
    const at = (low ^ byte) & 0xff;
    low = (low64[at] ?? 0) ^ ((low >>> 8) | (high << 24));
    high = (high64[at] ?? 0) ^ (high >>> 8);
  }
  const sum = Buffer.alloc(8);
  sum.writeInt32BE(~high, 0);
  sum.writeInt32BE(~low, 4);
  return sum;
};
