import { commandWords, say } from '#shared/text/command-words.vi.ts';
import { UsageProblem } from './command.ts';
import { fieldsOf } from './record-kind.ts';

/** `field=value`; a field the kind does not have is wrong use, so that a slip of the pen is no empty list. */
export const splitCondition = (kind: string, condition: string): readonly [field: string, value: string] => {
  const at = condition.indexOf('=');
  if (at < 1) throw new UsageProblem('field=value');
  const name = condition.slice(0, at);
  if (name !== 'id' && !Object.hasOwn(fieldsOf(kind), name))
    throw new UsageProblem(say(commandWords.unknownField, { kind, name }));
  return [name, condition.slice(at + 1)];
};
