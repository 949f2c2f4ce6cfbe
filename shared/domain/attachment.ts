import { attachableKinds, attachmentTypes } from '#shared/catalogue/attachment-lists.ts';
import { cleanText } from '#shared/text/vietnamese.ts';
import { z } from 'zod';
import { code, date, integer, text } from './field.ts';
import { describeKind, storedKindOf, type ValuesOf } from './record.ts';

/** Most bytes of one attached file: one always fits into one part file of an export. */
export const attachmentLimit = 10 * 2 ** 20;

/** Whether files can be attached to records of this kind. */
export const isAttachable = (kind: string): boolean => attachableKinds.some((one) => one.code === storedKindOf(kind));

const hexHash = /^[0-9a-f]{64}$/;

/** Whether a text is a SHA-256 in hex: a record of another program may hold anything. */
export const isContentHash = (value: unknown): value is string => typeof value === 'string' && hexHash.test(value);

/**
 * A file that belongs to a record. The record holds its name and hash; the content lies apart and travels in part files. Content, size and
 * hash never change: another file is another attachment.
 */
export const attachment = describeKind({
  kind: 'attachment',
  fields: {
    recordKind: code(attachableKinds, { required: true, example: 'decision' }),
    recordId: text({ required: true, schema: z.uuid(), example: '0190a000-0000-7000-8000-000000000002' }),
    fileName: text({ required: true, max: 150, privacy: 'personal', example: 'Quyết định công nhận.pdf' }),
    mediaType: code(attachmentTypes, { required: true, example: 'pdf' }),
    size: integer({ required: true, max: attachmentLimit, example: 182_400 }),
    sha256: text({ required: true, schema: z.string().regex(hexHash), example: 'a'.repeat(64) }),
    addedOn: date({ required: true, example: '2019-12-02' }),
  },
  title: (values) => values.fileName ?? '',
});
export type Attachment = ValuesOf<typeof attachment>;

/** What of an attachment may be written by hand: its name. The rest comes from the file. */
export const typedAttachmentFields: readonly string[] = ['fileName'];

const extensions: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  docx: ['docx'],
  xlsx: ['xlsx'],
};

/** File extension of a type; `undefined` for a type that this program does not know. */
export const extensionOf = (mediaType: string): string | undefined =>
  Object.hasOwn(extensions, mediaType) ? extensions[mediaType]?.[0] : undefined;

/** Characters that no Windows file name may have, control characters, and those that turn the direction of writing. */
const unusable = /[\p{Cc}<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const longestStem = 120;

/**
 * A file name that is safe on any disk and ends as its type says, made of whatever somebody named the file: no folders, no device names, no
 * second ending that hides the first.
 */
export const safeFileName = (name: string, mediaType: string): string => {
  const known = (Object.hasOwn(extensions, mediaType) ? extensions[mediaType] : undefined) ?? [];
  const clean = cleanText(name.toWellFormed().replace(unusable, ' ')).replace(/^[. ]+|[. ]+$/g, '');
  const ending = known.find((one) => clean.toLowerCase().endsWith(`.${one}`));
  const stem = (ending === undefined ? clean : clean.slice(0, -ending.length - 1)).replace(/[. ]+$/, '');
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(stem);
  const named = stem === '' ? 'tep' : isDevice ? `_${stem}` : stem;
  const usable = named
    .slice(0, longestStem)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[. ]+$/, '');
  const last = ending ?? known[0];
  return last === undefined ? usable : `${usable}.${last}`;
};
