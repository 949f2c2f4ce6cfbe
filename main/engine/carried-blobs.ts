import type { Storage } from '#db/open.ts';
import { findCarriedBlob, listCarriedBlobs, removeCarriedBlob } from '#db/queries/blob.ts';
import type { BlobStore } from './blob-store.ts';

/**
 * Moves the contents that a backup carried into their place: each stored before it leaves the books, so that a crash on the way loses none
 * and the next opening goes on. Afterwards the books take no more room than they need.
 */
export const takeCarriedBlobs = (storage: Storage, blobs: BlobStore): void => {
  const carried = storage.read(listCarriedBlobs);
  if (carried.length === 0) return;
  for (const sha256 of carried) {
    const bytes = storage.read((database) => findCarriedBlob(database, sha256));
    if (bytes !== undefined) blobs.put([bytes]);
    storage.write((database) => {
      removeCarriedBlob(database, sha256);
    });
  }
  storage.execute('VACUUM');
};
