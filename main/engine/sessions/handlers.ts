import type { sessionMethods } from '#shared/contract/session-methods.ts';
import type { HandlersOf } from '#engine/context.ts';
import { getCoverage, listUntrainedMediators } from './coverage.ts';
import { resolveNames } from './resolve-names.ts';
import { addPeople, countInvited, getSession, listTrainingSessions, markPresence } from './sessions.ts';

export const sessionHandlers: HandlersOf<keyof typeof sessionMethods> = {
  'session.list': listTrainingSessions,
  'session.get': getSession,
  'session.invitedCount': countInvited,
  'session.addPeople': addPeople,
  'session.resolveNames': resolveNames,
  'session.markPresence': markPresence,
  'coverage.get': getCoverage,
  'coverage.untrained': listUntrainedMediators,
};
