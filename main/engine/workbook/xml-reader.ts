import { SaxesParser } from 'saxes';
import { EngineFailure } from '#engine/failure.ts';
import { unreadable } from './read-limits.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** Told of elements by their local names; prefixes differ between programs. Attributes keep theirs. */
export type XmlListener = {
  readonly open?: (name: string, attributes: XmlAttributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

const localName = (name: string): string => {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
};

const encodingOf = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
};

const pieceLength = 1 << 16;
const depthLimit = 64;

/** Reads XML piece by piece. Entities of a document type are never expanded. Fails with `spreadsheet-unreadable`. */
export const readXml = (bytes: Buffer, listener: XmlListener): void => {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let depth = 0;
  parser.on('error', () => {
    throw unreadable();
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > depthLimit) throw unreadable();
    listener.open?.(localName(tag.name), tag.attributes);
  });
  if (listener.text) {
    parser.on('text', listener.text);
    parser.on('cdata', listener.text);
  }
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close?.(localName(tag.name));
  });
  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    for (let from = 0; from < bytes.length; from += pieceLength)
      parser.write(decoder.decode(bytes.subarray(from, from + pieceLength), { stream: true }));
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    throw error instanceof EngineFailure ? error : unreadable();
  }
};
