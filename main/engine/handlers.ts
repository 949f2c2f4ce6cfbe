import type { MethodName } from '#shared/contract/contract.ts';
import type { HandlersOf } from './context.ts';
import { attachmentHandlers } from './attachments/handlers.ts';
import { auditHandlers } from './auditing/handlers.ts';
import { conflictHandlers } from './conflicts/handlers.ts';
import { exchangeHandlers } from './exchange/handlers.ts';
import { listHandlers } from './lists/handlers.ts';
import { importHandlers } from './import/handlers.ts';
import { nominationHandlers } from './nominations/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { proposalHandlers } from './proposing/handlers.ts';
import { bulkHandlers } from './records/bulk/handlers.ts';
import { recordHandlers } from './records/handlers.ts';
import { reportHandlers } from './reports/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { sessionHandlers } from './sessions/handlers.ts';
import { stepHandlers } from './steps/handlers.ts';
import { trainerHandlers } from './trainers/handlers.ts';
import { userHandlers } from './workspace/users.ts';
import { workspaceHandlers } from './workspace/handlers.ts';

/** Which handler answers each method of the contract. */
export const handlers: HandlersOf<MethodName> = {
  ...workspaceHandlers,
  ...userHandlers,
  ...auditHandlers,
  ...recordHandlers,
  ...attachmentHandlers,
  ...bulkHandlers,
  ...searchHandlers,
  ...stepHandlers,
  ...sessionHandlers,
  ...importHandlers,
  ...nominationHandlers,
  ...trainerHandlers,
  ...peopleHandlers,
  ...listHandlers,
  ...exchangeHandlers,
  ...conflictHandlers,
  ...proposalHandlers,
  ...reportHandlers,
};
