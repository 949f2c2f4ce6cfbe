import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttachmentRow } from '#shared/contract/attachment-methods.ts';
import type { Office } from './office.ts';

/** A made-up PDF of a given size that no compression makes smaller. */
export const pdfOf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(Math.max(1, size - 9))]);

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Enters a decision; returns its id. */
export const enterDecision = async (office: Office, number = '12/QĐ-UBND'): Promise<string> => {
  const line = { number, decidedOn: '2019-03-15', kind: 'mediator-recognised', issuer: 'Ủy ban nhân dân xã Ea Kly' };
  return (await office.ask('record.put', { kind: 'decision', lines: [line] })).results[0]?.id ?? '';
};

/** Writes files into a folder and attaches them to a decision. */
export const attach = async (
  office: Office,
  decisionId: string,
  folder: string,
  contents: readonly (readonly [name: string, bytes: Buffer])[],
): Promise<readonly AttachmentRow[]> => {
  const files = contents.map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  return (await office.ask('attachment.add', { kind: 'decision', id: decisionId, files })).added;
};
