import { decodeQR } from 'qr/decode.js';

/** Pixels of a picture, red, green, blue, opaque, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** Milliseconds for each try: a person waits for one picture. */
const patience = 1500;

const decode = (image: Pixels): string | undefined => {
  try {
    return decodeQR({ width: image.width, height: image.height, data: image.data }, { timeLimit: patience, effort: 8 });
  } catch {
    return undefined;
  }
};

const cut = ({ width, data }: Pixels, left: number, top: number, wide: number, high: number): Pixels => {
  const part = new Uint8ClampedArray(wide * high * 4);
  for (let row = 0; row < high; row += 1) {
    const from = ((top + row) * width + left) * 4;
    part.set(data.subarray(from, from + wide * 4), row * wide * 4);
  }
  return { width: wide, height: high, data: part };
};

/** Overlapping parts of a picture: a small code on a large sheet is found where the rest does not disturb. */
const partsOf = (image: Pixels): readonly (() => Pixels)[] => {
  const [wide, high] = [Math.floor(image.width / 2), Math.floor(image.height / 2)];
  const steps = [0, 0.5, 1];
  return steps.flatMap((down) =>
    steps.map((right) => () => cut(image, Math.floor(wide * right), Math.floor(high * down), wide, high)),
  );
};

/** The text of the QR code in a picture, however it lies; `undefined` where none is found. */
export const readQr = (image: Pixels): string | undefined => {
  const whole = decode(image);
  if (whole !== undefined) return whole;
  for (const part of partsOf(image)) {
    const found = decode(part());
    if (found !== undefined) return found;
  }
  return undefined;
};
