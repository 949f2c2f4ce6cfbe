import { parseArgs } from 'node:util';
import { createEngine, type Engine } from '#engine/engine.ts';
import { EngineFailure, failureOf } from '#engine/failure.ts';
import { handlers } from '#engine/handlers.ts';
import { systemClock, systemIds, systemMarkerFolder } from '#engine/rim.ts';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import { failureExits, type Failure } from '#shared/contract/failure.ts';
import { commandWords, say } from '#shared/text/command-words.vi.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import { flag, string, UsageProblem, type Command, type Invocation, type Options } from './command.ts';
import { attachmentCommands } from './attach-commands.ts';
import { auditCommands } from './audit-commands.ts';
import { bulkCommand } from './bulk-command.ts';
import { conflictCommands } from './conflict-commands.ts';
import { demoCommand } from './demo-command.ts';
import { exchangeCommands } from './exchange-commands.ts';
import { inboxCommands } from './inbox-commands.ts';
import { findCommand } from './find-command.ts';
import { helpCommand } from './help-command.ts';
import { importCommand } from './import-command.ts';
import { linksCommand } from './links-command.ts';
import { readPassword } from './password.ts';
import { proposalCommands } from './proposal-commands.ts';
import { provenanceCommand } from './provenance-command.ts';
import { recordCommands } from './record-commands.ts';
import { revertCommand } from './revert-command.ts';
import { trustCommands } from './trust-commands.ts';
import { undoCommand } from './undo-command.ts';
import { userCommands } from './user-commands.ts';
import { workspaceCommands } from './workspace-commands.ts';

const common = {
  workspace: { type: 'string', short: 'w' },
  'password-file': string,
  user: string,
  json: flag,
  jsonl: flag,
} as const;

const commands: Readonly<Record<string, Command>> = {
  help: helpCommand(() => commands),
  ...workspaceCommands,
  ...userCommands,
  ...auditCommands,
  ...recordCommands,
  revert: revertCommand,
  bulk: bulkCommand,
  ...attachmentCommands,
  provenance: provenanceCommand,
  import: importCommand,
  undo: undoCommand,
  links: linksCommand,
  find: findCommand,
  ...exchangeCommands,
  ...inboxCommands,
  ...trustCommands,
  ...conflictCommands,
  ...proposalCommands,
  demo: demoCommand,
};

const readInput = async (): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const textOf =
  (options: Options) =>
  (name: string): string | undefined => {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
  };

const invocationOf = (engine: Engine, positionals: readonly string[], options: Options): Invocation => {
  const text = textOf(options);
  return {
    engine,
    positionals,
    options,
    text,
    needed: (name) => {
      const value = text(name);
      if (value === undefined) throw new UsageProblem(`thiếu --${name}`);
      return value;
    },
    ask: async <M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> => {
      const reply = await engine.call(method, input, {
        onProgress: ({ step, done, total }) => {
          if (total > 3) process.stderr.write(`${step} ${done + 1}/${total}\n`);
        },
      });
      if (!reply.ok) throw new EngineFailure(reply.failure);
      return reply.value;
    },
    show: (value, plain) => {
      const shown =
        options.json === true || options.jsonl === true ? JSON.stringify(value, null, options.json === true ? 2 : 0) : plain();
      if (shown !== '') process.stdout.write(`${shown}\n`);
    },
    readInput,
  };
};

const open = async (invocation: Invocation, command: Command): Promise<void> => {
  const folder = invocation.text('workspace');
  if (command.workspace === 'none' || (command.workspace === 'optional' && folder === undefined)) return;
  const user = invocation.text('user');
  await invocation.ask('workspace.unlock', {
    folder: invocation.needed('workspace'),
    password: readPassword(invocation.options),
    ...(user === undefined ? {} : { user }),
  });
};

const optionSentences: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: commandWords.unknownOption,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: commandWords.optionWithoutValue,
};

/** What is wrong with the options, by the name the parser quotes first. */
const optionProblem = (error: unknown, usage: string): string => {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  const name = /'(-[^' ]+)/.exec(message ?? '')?.[1];
  const takesNone = message?.includes('does not take an argument') === true;
  const sentence = takesNone ? commandWords.optionWithValue : optionSentences[code ?? ''];
  const how = say(commandWords.usage, { usage });
  return sentence === undefined || name === undefined ? how : `${say(sentence, { name })}; ${how}`;
};

const parse = (
  command: Command,
  args: readonly string[],
): { readonly positionals: readonly string[]; readonly options: Options } => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...common, ...command.options },
      allowPositionals: true,
    });
    const [least, most] = command.positionals;
    if (positionals.length < least || positionals.length > most)
      throw new UsageProblem(say(commandWords.usage, { usage: command.usage }));
    return { positionals, options: values };
  } catch (error) {
    if (error instanceof UsageProblem) throw error;
    throw new UsageProblem(optionProblem(error, command.usage));
  }
};

const report = (failed: Failure, options: Options): number => {
  const message = messageOf(failed);
  if (options.json === true) process.stdout.write(`${JSON.stringify({ error: { ...failed, message } }, null, 2)}\n`);
  process.stderr.write(`${message}\n`);
  return failureExits[failed.code];
};

const usage = (name: string, problem: UsageProblem, args: readonly string[]): number =>
  report({ code: 'usage-wrong', details: { reason: `shg ${name}: ${problem.message}` } }, { json: args.includes('--json') });

/** `shg COMMAND --help` and `shg --help` ask for help, whatever else stands there. */
const readName = (args: readonly string[]): readonly [name: string, rest: readonly string[]] => {
  const [name = 'help', ...rest] = args;
  if (name === '--help' || name === '-h') return ['help', rest];
  return rest.includes('--help') || rest.includes('-h') ? ['help', [name]] : [name, rest];
};

/** Runs one command line and returns its exit code. */
export const runCommandLine = async (args: readonly string[]): Promise<number> => {
  const [name, rest] = readName(args);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return usage(name, new UsageProblem(commandWords.unknownCommand), rest);
  const engine = createEngine({
    clock: systemClock,
    ids: systemIds,
    markerFolder: systemMarkerFolder(),
    handlers,
    onInternalError: (method, error) => {
      process.stderr.write(`${method}: ${error instanceof Error ? error.name : typeof error}\n`);
      if (process.env.SHG_DEBUG === '1') console.error(error);
    },
  });
  let options: Options = {};
  try {
    const parsed = parse(command, rest);
    options = parsed.options;
    const invocation = invocationOf(engine, parsed.positionals, options);
    await open(invocation, command);
    return await command.run(invocation);
  } catch (error) {
    if (error instanceof UsageProblem) return usage(name, error, rest);
    if (process.env.SHG_DEBUG === '1' && !(error instanceof EngineFailure)) console.error(error);
    return report(failureOf(error), options);
  } finally {
    engine.close();
  }
};
