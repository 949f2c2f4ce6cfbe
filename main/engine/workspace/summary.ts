import { listUsers } from '#db/queries/installation.ts';
import { findUnitById } from '#shared/catalogue/units.ts';
import type { WorkspaceSummary } from '#shared/contract/workspace-methods.ts';
import { isEnrolled } from '#engine/trust.ts';
import { isWorkspace, readKeyringFile } from '#engine/workspace-files.ts';
import type { WorkspaceHost } from '#engine/workspace-host.ts';

const nothing = { office: null, user: null, installId: null, epoch: null, enrolled: false } as const;

/** What can be said of the chosen workspace; while it is locked nothing that is encrypted. */
export const summarise = (host: WorkspaceHost): WorkspaceSummary => {
  const workspace = host.current();
  const folder = host.folder();
  if (!workspace) {
    if (folder === null || !isWorkspace(folder)) return { state: 'none', folder, userCount: 0, ...nothing };
    const users = readKeyringFile(folder).wraps.filter((wrap) => wrap.holder === 'user');
    return { state: 'locked', folder, userCount: users.length, ...nothing };
  }
  const { identity, actor, storage } = workspace;
  return {
    state: 'open',
    folder: workspace.folder,
    userCount: storage.read(listUsers).filter((user) => user.removedAt === null).length,
    office: {
      id: identity.officeId,
      name: identity.officeName,
      tier: identity.tier,
      unitId: identity.unitId,
      unitName: findUnitById(identity.unitId)?.fullName ?? identity.unitId,
      asOf: identity.asOf,
    },
    user: { id: actor.id, name: actor.name, role: actor.role },
    installId: identity.installId,
    epoch: identity.epoch,
    enrolled: storage.read((database) => isEnrolled(database, identity.officeId, identity.installId)),
  };
};
