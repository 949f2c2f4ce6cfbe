import { toneKey } from '#shared/text/vietnamese.ts';

/** The sex that a name speaks for: "Thị", "Văn" in the middle, Y and H, H' of Ê Đê and M'nông names. A suggestion, to be confirmed. */
export const suggestSex = (name: string): 'male' | 'female' | undefined => {
  const words = name.split(' ').map(toneKey);
  const first = words[0] ?? '';
  const middle = words.slice(0, -1);
  if (middle.includes('thị')) return 'female';
  if (words.length > 1 && (first === 'h' || /^[Hh]['’ʼ]/u.test(name))) return 'female';
  if (words.length > 1 && first === 'y') return 'male';
  return middle.slice(1).includes('văn') ? 'male' : undefined;
};
