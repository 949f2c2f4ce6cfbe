import type { Issue } from '#shared/domain/record.ts';

/**
 * Every way a call can fail, and the exit code the command line gives it:
 * 1 refused by a rule, 2 wrong use, 3 file not accepted (nothing changed), 4 cannot open.
 */
export const failureExits = {
  'validation-failed': 1,
  'record-not-found': 1,
  'record-removed': 1,
  'record-not-removed': 1,
  'record-not-owned': 1,
  'conflict-not-found': 1,
  'conflict-not-owned': 1,
  'conflict-changed': 1,
  'identity-with-itself': 1,
  'proposal-not-found': 1,
  'proposal-answered': 1,
  'proposal-outdated': 1,
  'proposal-own-record': 1,
  'proposal-no-change': 1,
  'unit-not-found': 1,
  'not-enrolled': 1,
  'already-enrolled': 1,
  'wrong-tier': 1,
  'office-not-found': 1,
  'installation-needs-confirmation': 1,
  'installation-limit': 1,
  'preview-outdated': 1,
  'package-not-found': 1,
  'report-not-found': 1,
  'draft-not-found': 1,
  'print-unavailable': 1,
  cancelled: 1,
  'not-permitted': 1,
  'approver-missing': 1,
  'user-exists': 1,
  'user-is-me': 1,
  'last-administrator': 1,
  'escrow-file-missing': 1,
  'usage-wrong': 2,
  'method-unknown': 2,
  'input-malformed': 2,
  'file-missing': 4,
  'file-exists': 4,
  'package-too-large': 3,
  'package-form': 3,
  'package-too-new': 3,
  'package-wrong-kind': 3,
  'package-unknown-key': 3,
  'package-revoked-key': 3,
  'package-signature': 3,
  'package-envelope': 3,
  'package-key-office': 3,
  'package-office-untrusted': 3,
  'package-not-for-us': 3,
  'package-fork': 3,
  'package-ciphertext': 3,
  'package-decrypt': 3,
  'package-manifest': 3,
  'package-schema': 3,
  'package-state-hash': 3,
  'package-damaged-join': 3,
  'package-older-trust': 3,
  'package-trust-fork': 3,
  'package-code-mismatch': 3,
  'package-unverified': 3,
  'request-damaged': 3,
  'grant-not-for-us': 3,
  'fingerprint-mismatch': 3,
  'receipt-not-for-us': 3,
  'receipt-older': 3,
  'receipt-differs': 3,
  'spreadsheet-unreadable': 3,
  'spreadsheet-too-large': 3,
  'spreadsheet-encrypted': 3,
  'spreadsheet-sheet-missing': 1,
  'spreadsheet-no-table': 1,
  'mapping-not-found': 1,
  'import-not-found': 1,
  'import-undone': 1,
  'import-own-office': 1,
  'workspace-missing': 4,
  'workspace-exists': 4,
  'workspace-locked': 4,
  'workspace-in-use': 4,
  'workspace-newer': 4,
  'workspace-damaged': 4,
  'wrong-password': 4,
  'wrong-recovery-code': 4,
  'user-unknown': 4,
  'password-missing': 4,
  'password-too-short': 1,
  'backup-damaged': 4,
  'disk-full': 4,
  'no-permission': 4,
  'file-unwritable': 4,
  'escrow-test-failed': 4,
  'escrow-key-unreadable': 4,
  'engine-stopped': 4,
  'internal-error': 4,
} as const satisfies Readonly<Record<string, 1 | 2 | 3 | 4>>;

export type FailureCode = keyof typeof failureExits;

/** One refused item of a `put` of many lines; `line` counts from 1. */
export type LineIssue = Issue & { readonly line: number };

/** Why a call did not succeed. Data only: the sentence is made from code and details in `messages.vi.ts`. */
export type Failure = {
  readonly code: FailureCode;
  /** Numbers, codes and file names for the sentence; never names of people or citizen numbers. */
  readonly details?: Readonly<Record<string, string | number>>;
  readonly issues?: readonly LineIssue[];
};

export type Reply<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };
