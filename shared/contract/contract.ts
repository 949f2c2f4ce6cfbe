import type { z } from 'zod';
import type { Reply } from './failure.ts';
import type { MethodKind } from './method.ts';
import { attachmentMethods } from './attachment-methods.ts';
import { auditMethods } from './audit-methods.ts';
import { bulkMethods } from './bulk-methods.ts';
import { conflictMethods } from './conflict-methods.ts';
import { deskMethods } from './desk-methods.ts';
import { exchangeMethods } from './exchange-methods.ts';
import { listMethods } from './list-methods.ts';
import { importMethods } from './import-methods.ts';
import { identityMethods } from './identity-methods.ts';
import { paperMethods } from './paper-methods.ts';
import { provenanceMethods } from './provenance-methods.ts';
import { proposalMethods } from './proposal-methods.ts';
import { recordMethods } from './record-methods.ts';
import { reportMethods } from './report-methods.ts';
import { searchMethods } from './search-methods.ts';
import { sessionMethods } from './session-methods.ts';
import { stepMethods } from './step-methods.ts';
import { userMethods } from './user-methods.ts';
import { workspaceMethods } from './workspace-methods.ts';

/** The one table of what the engine can be asked; desktop, command line and tests all go through it. */
export const contract = {
  ...workspaceMethods,
  ...userMethods,
  ...auditMethods,
  ...recordMethods,
  ...attachmentMethods,
  ...bulkMethods,
  ...stepMethods,
  ...provenanceMethods,
  ...sessionMethods,
  ...importMethods,
  ...deskMethods,
  ...identityMethods,
  ...searchMethods,
  ...listMethods,
  ...exchangeMethods,
  ...paperMethods,
  ...conflictMethods,
  ...proposalMethods,
  ...reportMethods,
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller hands in (defaults may be left out). */
export type InputOf<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler gets: parsed, defaults filled in. */
export type ParsedInputOf<M extends MethodName> = z.output<Contract[M]['input']>;
export type OutputOf<M extends MethodName> = z.output<Contract[M]['output']>;
export type MethodsOfKind<K extends MethodKind> = { [M in MethodName]: Contract[M]['kind'] extends K ? M : never }[MethodName];

/** Asks the engine. Never rejects for anything the engine can say: a failure comes as a reply. */
export type Call = <M extends MethodName>(method: M, input: InputOf<M>, options?: CallOptions) => Promise<Reply<OutputOf<M>>>;

/** The part of an `AbortSignal` that is used; that type itself exists only where there is a DOM or Node. */
export type Cancellation = {
  readonly aborted: boolean;
  readonly addEventListener: (type: 'abort', listener: () => void) => void;
};

export type CallOptions = {
  readonly onProgress?: (progress: { readonly step: string; readonly done: number; readonly total: number }) => void;
  readonly signal?: Cancellation;
};
