import type { Storage } from '#db/open.ts';
import type { BlobStore } from './blob-store.ts';
import type { Actor, Identity } from './identity.ts';

/** The workspace that is open in this engine. */
export type OpenWorkspace = {
  readonly folder: string;
  readonly storage: Storage;
  /** Contents of attached files. */
  readonly blobs: BlobStore;
  readonly identity: Identity;
  readonly actor: Actor;
};

/** Holds at most one open workspace, and the folder that was chosen even while it is locked. */
export type WorkspaceHost = {
  readonly folder: () => string | null;
  readonly choose: (folder: string) => void;
  readonly current: () => OpenWorkspace | null;
  readonly setCurrent: (workspace: OpenWorkspace) => void;
  /** Closes the open workspace; the folder stays chosen. */
  readonly close: () => void;
};

export const createWorkspaceHost = (): WorkspaceHost => {
  let folder: string | null = null;
  let current: OpenWorkspace | null = null;
  const close = (): void => {
    current?.storage.close();
    current?.blobs.close();
    current = null;
  };
  return {
    folder: () => folder,
    choose: (chosen) => {
      if (chosen !== current?.folder) close();
      folder = chosen;
    },
    current: () => current,
    setCurrent: (workspace) => {
      if (current && current.storage !== workspace.storage) close();
      current = workspace;
      folder = workspace.folder;
    },
    close,
  };
};
