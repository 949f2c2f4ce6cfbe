import encodeQR from 'qr';
import { describe, expect, test } from 'vitest';
import { readQr, type Pixels } from '#renderer/components/read-qr.ts';

const text = `hgpkg:1:654:7:${'0123456789abcdef'.repeat(4)}`;

/** Brightness of a picture by place, 0 to 255. */
type Picture = { readonly width: number; readonly height: number; readonly at: (x: number, y: number) => number };

/** A printed code in the corner of a white sheet, some pixels for each of its squares. */
const sheet = (scale: number): Picture => {
  const squares = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const size = squares.length * scale;
  return {
    width: size + 60,
    height: size + 140,
    at: (x, y) => (squares[Math.floor((y - 40) / scale)]?.[Math.floor((x - 30) / scale)] === true ? 20 : 245),
  };
};

/** A picture taken with the sheet turned by so many degrees, between pixels as a camera sees it. */
const turned = ({ width, height, at }: Picture, degrees: number, lean = 0): Picture => {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const size = Math.ceil(Math.hypot(width, height)) + 20;
  const between = (x: number, y: number): number => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, down] = [x - left, y - top];
    const row = (dy: number): number => at(left, top + dy) * (1 - right) + at(left + 1, top + dy) * right;
    return row(0) * (1 - down) + row(1) * down;
  };
  return {
    width: size,
    height: size,
    at: (x, y) => {
      const [dx, dy] = [x - size / 2, y - size / 2];
      const near = 1 + (lean * dy) / size;
      return between((dx * cos + dy * sin) * near + width / 2, (dy * cos - dx * sin) * near + height / 2);
    },
  };
};

const kept = ({ width, height, at }: Picture): Picture => {
  const values = Float32Array.from({ length: width * height }, (_, index) => at(index % width, Math.floor(index / width)));
  const inside = (value: number, end: number): number => Math.min(end - 1, Math.max(0, value));
  return { width, height, at: (x, y) => values[inside(y, height) * width + inside(x, width)] ?? 255 };
};

const blurred = (picture: Picture, radius: number): Picture => {
  const { at, ...size } = kept(picture);
  const around = Array.from({ length: 2 * radius + 1 }, (_, index) => index - radius);
  const across = kept({ ...size, at: (x, y) => around.reduce((sum, dx) => sum + at(x + dx, y), 0) / around.length });
  return kept({ ...size, at: (x, y) => around.reduce((sum, dy) => sum + across.at(x, y + dy), 0) / around.length });
};

const wave = (place: number, order: number): number => Math.cos(((2 * place + 1) * order * Math.PI) / 16);
const weight = (order: number): number => (order === 0 ? Math.SQRT1_2 : 1) / 2;

/** What JPEG keeps of a picture: of each eight by eight pixels only coarse steps of their waves, coarser where they are fine. */
const asJpeg = (picture: Picture, step: number): Picture => {
  const { width, height, at } = kept(picture);
  const values = new Float32Array(width * height);
  const eight = Array.from({ length: 8 }, (_, index) => index);
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      const waves = eight.map((v) =>
        eight.map((u) => {
          const sum = eight.reduce(
            (all, y) => all + eight.reduce((row, x) => row + at(left + x, top + y) * wave(x, u) * wave(y, v), 0),
            0,
          );
          const coarse = step * (1 + u + v);
          return Math.round((sum * weight(u) * weight(v)) / coarse) * coarse;
        }),
      );
      for (const y of eight)
        for (const x of eight) {
          if (left + x >= width || top + y >= height) continue;
          values[(top + y) * width + left + x] = eight.reduce(
            (all, v) =>
              all + eight.reduce((row, u) => row + (waves[v]?.[u] ?? 0) * weight(u) * weight(v) * wave(x, u) * wave(y, v), 0),
            0,
          );
        }
    }
  return kept({ width, height, at: (x, y) => values[y * width + x] ?? 255 });
};

const pixelsOf = ({ width, height, at }: Picture): Pixels => {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < width * height; index += 1) {
    const value = at(index % width, Math.floor(index / width));
    data.set([value, value, value, 255], index * 4);
  }
  return { width, height, data };
};

describe('the code of a paper is read from a picture', () => {
  test.each([0, 7, 45, 90, 180, 270, 352])('turned by %d degrees', (degrees) => {
    expect(readQr(pixelsOf(turned(sheet(6), degrees)))).toBe(text);
  });

  test.each([
    ['taken from above at a slant', turned(sheet(6), 7, 0.15)],
    ['out of focus', blurred(turned(sheet(6), 7), 2)],
    ['pressed hard as JPEG', asJpeg(turned(sheet(6), 7), 12)],
    ['out of focus and pressed as JPEG, upside down', asJpeg(blurred(turned(sheet(6), 180), 1), 10)],
  ])('%s', (_, picture) => {
    expect(readQr(pixelsOf(picture))).toBe(text);
  });

  test('where there is none, nothing is read', () => {
    expect(readQr(pixelsOf({ width: 200, height: 200, at: () => 245 }))).toBeUndefined();
  });
});
