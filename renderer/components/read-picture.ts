import { readQr, type Pixels } from './read-qr.ts';

/** Pixels on the longer side: a photograph has more than a code needs. */
const longest = 3200;

const pixelsOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Pixels> => {
  const picture = await createImageBitmap(new Blob([bytes]));
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return context.getImageData(0, 0, width, height);
};

export type ReadPicture =
  { readonly state: 'read'; readonly text: string } | { readonly state: 'not-picture' | 'no-code' | 'closed' };

/** Asks for a picture of a paper and reads its QR code; `onChosen` is told when the work begins. */
export const choosePaperPicture = async (onChosen: () => void): Promise<ReadPicture> => {
  const [file] = await window.desktop.chooseFiles('picture', false);
  if (file === undefined) return { state: 'closed' };
  onChosen();
  const bytes = await window.desktop.readPicture(file);
  if (bytes === null) return { state: 'not-picture' };
  try {
    const text = readQr(await pixelsOf(bytes));
    return text === undefined ? { state: 'no-code' } : { state: 'read', text };
  } catch {
    return { state: 'not-picture' };
  }
};
