import { closeSync, fsyncSync, openSync } from 'node:fs';
import { writeAuditEntry } from '#db/queries/audit.ts';
import { findDraft, listDrafts, removeDraft, writeDraft } from '#db/queries/draft.ts';
import { listKeyPairs } from '#db/queries/key-pair.ts';
import { findUnitById, listUnits, type AdministrativeUnit } from '#shared/catalogue/units.ts';
import type { UnitView } from '#shared/contract/views.ts';
import type { workspaceMethods } from '#shared/contract/workspace-methods.ts';
import { communeIdsOf } from '#engine/communes.ts';
import type { HandlersOf, QueryContext } from '#engine/context.ts';
import { findOwnRequest, requestFingerprint } from '#engine/enrolment-request.ts';
import { failure } from '#engine/failure.ts';
import { readPaperSettings, writePaperSettings } from '#engine/paper-settings.ts';
import { currentTrustList, provinceFingerprintOf } from '#engine/trust.ts';
import { writeWhole } from '#engine/whole-write.ts';
import { backUpWorkspace, restoreWorkspace } from './backup.ts';
import { createWorkspace } from './create.ts';
import { outlineOfDraft } from './draft-outline.ts';
import { getStatus } from './status.ts';
import { summarise } from './summary.ts';
import { recoverWorkspace, unlockWorkspace } from './unlock.ts';

const unitViewOf = (unit: AdministrativeUnit): UnitView => ({
  id: unit.id,
  code: unit.code,
  name: unit.name,
  fullName: unit.fullName,
  tier: unit.tier,
});

/** Digits that others compare with this installation: the province's keys, at a district the request it has made. */
const ownFingerprint = ({ database, identity }: QueryContext): string | null => {
  const list = currentTrustList(database);
  if (identity.tier === 'province') return list === undefined ? null : provinceFingerprintOf(list);
  const request = findOwnRequest(database);
  return request === undefined ? null : requestFingerprint(request);
};

const writeSecretFile = (file: string, text: string): void => {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeWhole(handle, Buffer.from(text, 'utf8'));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

export const workspaceHandlers: HandlersOf<keyof typeof workspaceMethods> = {
  'workspace.summary': (task) => Promise.resolve(summarise(task.host)),
  'workspace.choose': (task, { folder }) => {
    task.host.choose(folder);
    return Promise.resolve(summarise(task.host));
  },
  'workspace.create': createWorkspace,
  'workspace.unlock': unlockWorkspace,
  'workspace.recover': recoverWorkspace,
  'workspace.lock': (task) => {
    task.host.close();
    return Promise.resolve(summarise(task.host));
  },
  'workspace.backup': backUpWorkspace,
  'workspace.restore': restoreWorkspace,
  'status.get': getStatus,
  'keys.get': (context) => {
    const { database, identity } = context;
    return {
      installId: identity.installId,
      epoch: identity.epoch,
      minisignPublicKey: listKeyPairs(database, 'sign')[0]?.publicKey ?? '',
      ageRecipient: listKeyPairs(database, 'decrypt')[0]?.publicKey ?? '',
      fingerprint: ownFingerprint(context),
    };
  },
  'keys.writeIdentity': (task, { file }) => {
    const key = task.read(({ database }) => listKeyPairs(database, 'decrypt')[0]);
    if (key?.secret == null) throw failure('internal-error');
    // Logged before the secret leaves: a file that could not be written is logged too, never the other way round.
    task.write(({ database, actor, clock }) => {
      writeAuditEntry(database, { at: clock.now().toISOString(), userId: actor.id, action: 'identity-written' });
    });
    writeSecretFile(file, `# public key: ${key.publicKey}\n${key.secret}\n`);
    return Promise.resolve({ file });
  },
  'settings.get': readPaperSettings,
  'settings.put': (context, changes) => writePaperSettings(context, changes),
  'catalogue.units': (_, { tier, parentId, asOf }) => Promise.resolve(listUnits(tier, asOf, parentId).map(unitViewOf)),
  'catalogue.officeCommunes': (context, { officeId }) =>
    communeIdsOf(context, officeId ?? context.identity.unitId).flatMap((id) => {
      const unit = findUnitById(id);
      return unit === undefined ? [] : [unitViewOf(unit)];
    }),
  'draft.save': ({ database, clock, actor }, { form, content }) => {
    writeDraft(database, { form, content, savedAt: clock.now().toISOString(), savedBy: actor.id });
    return {};
  },
  'draft.find': ({ database }, { form }) => {
    const found = findDraft(database, form);
    return { content: found?.content ?? null, savedAt: found?.savedAt ?? null };
  },
  'draft.list': ({ database }) =>
    listDrafts(database).map(({ form, savedAt, authorName, content }) => ({
      form,
      savedAt,
      authorName,
      ...outlineOfDraft(content),
    })),
  'draft.remove': ({ database }, { form }) => {
    removeDraft(database, form);
    return {};
  },
};
