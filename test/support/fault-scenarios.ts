import { join } from 'node:path';
import { createEngine, type Engine } from '#engine/engine.ts';
import { handlers } from '#engine/handlers.ts';
import { systemIds } from '#engine/rim.ts';
import type { Reply } from '#shared/contract/failure.ts';

export type Names = 'export' | 'apply' | 'undo' | 'restore' | 'issue' | 'receive' | 'import' | 'backup' | 'attach' | 'take-part';

/** What an operation works on: a workspace of its own, the files that were brought, and a folder to write to. */
export type Stage = {
  readonly scenario: Names;
  readonly workspace: string;
  readonly password: string;
  readonly target: string;
  readonly package: string;
  readonly receipt: string;
  readonly backup: string;
  readonly spreadsheet: string;
  readonly importId: string;
  /** A file to attach, and the decision it is attached to. */
  readonly attached: string;
  readonly decisionId: string;
  readonly part: string;
};

export const makeEngine = (): Engine =>
  createEngine({ clock: { now: () => new Date('2019-12-03T03:00:00.000Z') }, ids: systemIds, handlers });

const must = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(reply.failure.code);
  return reply.value;
};

const operations: Readonly<Record<Names, (engine: Engine, stage: Stage) => Promise<unknown>>> = {
  export: async (engine, { target }) => must(await engine.call('package.export', { file: join(target, 'sent.hgpkg') })),
  apply: async (engine, stage) => {
    const [result] = must(await engine.call('merge.apply', { files: [stage.package] }));
    if (result?.status !== 'applied' && result?.status !== 'already-received')
      throw new Error(result?.failure?.code ?? 'no result');
  },
  undo: async (engine, { importId }) => must(await engine.call('imports.undo', { importId, reason: 'nhầm' })),
  restore: async (engine, stage) => {
    must(await engine.call('workspace.restore', { backup: stage.backup, folder: join(stage.target, 'restored') }));
    must(await engine.call('workspace.unlock', { folder: join(stage.target, 'restored'), password: stage.password }));
  },
  issue: async (engine, { target }) =>
    must(await engine.call('receipt.issue', { officeId: '654', file: join(target, 'answer.hgack') })),
  receive: async (engine, { receipt }) => must(await engine.call('receipt.receive', { file: receipt })),
  import: async (engine, stage) => must(await engine.call('import.run', { file: stage.spreadsheet })),
  attach: async (engine, { attached, decisionId }) =>
    must(await engine.call('attachment.add', { kind: 'decision', id: decisionId, files: [attached] })),
  'take-part': async (engine, { part }) => {
    const [result] = must(await engine.call('merge.apply', { files: [part] }));
    if (result?.failure) throw new Error(result.failure.code);
  },
  backup: async (engine, { target }) => must(await engine.call('workspace.backup', { file: join(target, 'copy.hgbackup') })),
};

/** Opens the stage's workspace, but for a restore, which needs none. */
export const openStage = async (engine: Engine, { scenario, workspace, password }: Stage): Promise<void> => {
  if (scenario !== 'restore') must(await engine.call('workspace.unlock', { folder: workspace, password }));
};

/** Runs a stage's operation once; throws the failure's code. */
export const perform = (engine: Engine, stage: Stage): Promise<unknown> => operations[stage.scenario](engine, stage);
