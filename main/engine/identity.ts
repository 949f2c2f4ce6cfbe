import type { Role } from '#db/queries/installation.ts';

/** Who acts: the unlocked user. */
export type Actor = { readonly id: string; readonly name: string; readonly role: Role };

/** Which office's books are open, on which installation and in which epoch. */
export type Identity = {
  readonly workspaceId: string;
  readonly installId: string;
  readonly epoch: string;
  /** `<installId>.<epoch>`: the replica that writes now. */
  readonly replica: string;
  readonly tier: 'district' | 'province';
  readonly officeId: string;
  readonly officeName: string;
  readonly unitId: string;
  /** Date as of which typed unit codes are read, `YYYY-MM-DD`. */
  readonly asOf: string;
};
