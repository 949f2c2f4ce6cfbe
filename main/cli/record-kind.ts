import type { Fields } from '#shared/domain/record.ts';
import { commandWords, say } from '#shared/text/command-words.vi.ts';
import { UsageProblem } from './command.ts';
import { findFields } from './field-help.ts';

/** The fields of a kind named on the command line. */
export const fieldsOf = (kind: string): Fields => {
  const fields = findFields(kind);
  if (!fields) throw new UsageProblem(say(commandWords.unknownKind, { name: kind }));
  return fields;
};

export const checkKind = (kind: string): string => {
  fieldsOf(kind);
  return kind;
};
