import { z } from 'zod';
import { forkView } from './fork-view.ts';
import { command, query, task } from './method.ts';
import { setAsideReasons } from './set-aside.ts';
import { contextView, mergeResult, verification } from './views.ts';

const file = z.string().min(1);
/** Eight groups of four digits; spaces are ignored. */
const fingerprint = z.string().min(1).max(80);

export const enrolmentRequestView = z.object({
  officeId: z.string(),
  officeName: z.string(),
  installId: z.string(),
  minisignPublicKey: z.string(),
  ageRecipient: z.string(),
  fingerprint: z.string(),
  /** Whether the trust list already has an installation of this office, or this very one. */
  known: z.enum(['new-office', 'second-installation', 'same-installation']),
});

export const trustView = z.object({
  number: z.int(),
  hash: z.string(),
  provinceFingerprint: z.string(),
  provinceOfficeId: z.string(),
  provinceName: z.string(),
  /** How often the province has changed its signing key. */
  rotationCount: z.int(),
  offices: z.array(
    z.object({
      officeId: z.string(),
      name: z.string(),
      tier: z.string(),
      installations: z.array(
        z.object({
          installId: z.string(),
          minisignPublicKey: z.string(),
          ageRecipient: z.string(),
          fingerprint: z.string(),
          grantedAt: z.string(),
          revoked: z.boolean(),
          revokedAt: z.string().nullable(),
          /** Of a revoked installation the last change that was accepted. */
          lastAccepted: z.object({ packageId: z.string().nullable(), n: z.int() }).nullable(),
        }),
      ),
    }),
  ),
});
export type TrustView = z.infer<typeof trustView>;

/** A part file beside a package, receipt or grant: it carries attached files that the receiver lacks. */
export const writtenPart = z.object({ file: z.string(), fileCount: z.int() });
export type WrittenPart = z.infer<typeof writtenPart>;

export const exportResult = z.object({
  file: z.string(),
  packageId: z.string(),
  seq: z.int(),
  epoch: z.string(),
  /** The digits printed on the transmittal. */
  code: z.string(),
  stateHash: z.string(),
  counts: z.record(z.string(), z.int()),
  transmittalFile: z.string().nullable(),
  /** Part files beside the package: to be sent with it. */
  parts: z.array(writtenPart),
  /** Attached files of the office that this PC lacks and so cannot send. */
  lackedFileCount: z.int(),
});

export const inboxEntry = z.object({
  id: z.string(),
  fileName: z.string(),
  receivedAt: z.string(),
  status: z.enum(['applied', 'refused', 'already-received']),
  code: z.string().nullable(),
  message: z.string().nullable(),
  office: z.string().nullable(),
  officeName: z.string().nullable(),
  seq: z.int().nullable(),
  packageId: z.string().nullable(),
  /** Whether the file waits for somebody: its newest answer is a refusal, and not of a fork that is mended. */
  waiting: z.boolean(),
});
export type InboxEntry = z.infer<typeof inboxEntry>;

const undoShown = z.object({
  /** The import and those later ones that hold something of it, oldest first. */
  imports: z.array(z.object({ id: z.string(), office: z.string(), officeName: z.string(), seq: z.int(), appliedAt: z.string() })),
  /** Records of the office that go, and those that stand as they stood before. */
  counts: z.object({ removed: z.int(), changed: z.int() }),
  /** Own decisions on what goes: identity links and open proposals. They stay and rest until the package is applied again. */
  decisions: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string() })),
  /** SHA-256 of the office's state afterwards. */
  stateHash: z.string(),
});

export const exchangeMethods = {
  'enrol.request': task(
    'administrator',
    z.object({ file }),
    z.object({ file: z.string(), fingerprint: z.string(), officeId: z.string(), installId: z.string() }),
  ),
  'enrol.inspectRequest': task('administrator', z.object({ file }), enrolmentRequestView),
  'enrol.grant': task(
    'administrator',
    z.object({
      file,
      fingerprint,
      out: file,
      withState: z.boolean().default(false),
      allowSecondInstallation: z.boolean().default(false),
    }),
    z.object({
      file: z.string(),
      officeId: z.string(),
      installId: z.string(),
      trustNumber: z.int(),
      provinceFingerprint: z.string(),
      parts: z.array(writtenPart),
    }),
  ),
  'enrol.inspectGrant': task(
    'administrator',
    z.object({ file }),
    z.object({ provinceOfficeId: z.string(), provinceName: z.string(), provinceFingerprint: z.string(), trustNumber: z.int() }),
  ),
  'enrol.accept': task(
    'administrator',
    z.object({ file, fingerprint }),
    z.object({ provinceOfficeId: z.string(), trustNumber: z.int() }),
  ),
  'trust.show': query('clerk', z.object({}), trustView.nullable()),
  /**
   * Takes an installation's key out of force (lost or stolen PC) and names the last change accepted of it. Offices learn of it by their next
   * receipt. Fails with `wrong-tier`, `installation-not-found`, `installation-revoked`, `installation-own`.
   */
  'trust.revoke': command(
    'administrator',
    z.object({ installId: z.string(), reason: z.string().trim().min(1).max(500) }),
    z.object({
      number: z.int(),
      officeId: z.string(),
      installId: z.string(),
      last: z.object({ replica: z.string(), packageId: z.string().nullable(), n: z.int(), logHash: z.string() }),
    }),
  ),
  /** Gives the province new keys. Offices follow by their next receipt; new enrolments compare the new fingerprint. Fails with `wrong-tier`. */
  'trust.rotate': task(
    'administrator',
    z.object({ reason: z.string().trim().min(1).max(500) }),
    z.object({ number: z.int(), provinceFingerprint: z.string(), minisignPublicKey: z.string() }),
  ),
  /** Exactly one of `file` and `folder`; in a folder the name is `<office>-<yyyy>-<mm>-<seq>.hgpkg`. Read back and checked. */
  'package.export': task('approver', z.object({ file: file.optional(), folder: z.string().optional() }), exportResult),
  'package.list': query(
    'clerk',
    z.object({}),
    z.array(
      exportResult
        .omit({ transmittalFile: true, file: true, parts: true, lackedFileCount: true })
        .extend({ fileName: z.string(), createdAt: z.string(), confirmedAt: z.string().nullable() }),
    ),
  ),
  /** Never fails for a bad file: says why in `reason`. Without a workspace and `trust` only integrity, never genuine. */
  'package.verify': task('anyone', z.object({ file, trust: file.optional(), code: z.string().optional() }), verification),
  'package.unpack': task(
    'administrator',
    z.object({ file, folder: z.string().min(1) }),
    z.object({ files: z.array(z.string()) }),
  ),
  /**
   * Writes evidence with which a third person checks a package by minisign and sha256sum alone, the decrypted content among it. Fails as a
   * merge does for a file that is not genuine.
   */
  'package.prove': task(
    'administrator',
    z.object({ file, folder: z.string().min(1) }),
    z.object({ files: z.array(z.string()), packageId: z.string(), office: z.string(), seq: z.int() }),
  ),
  /** Opens a package with the escrow secret from the safe; no workspace is needed and nothing is kept. */
  'escrow.test': task(
    'anyone',
    z.object({ secretFile: file, file }),
    z.object({ kind: z.string(), office: z.string(), seq: z.int(), packageId: z.string(), files: z.array(z.string()) }),
  ),
  /** Given up on the way, it answers for the files that it has looked at. */
  'merge.preview': task(
    'clerk',
    z.object({ files: z.array(file).min(1).max(1000), leaveOut: z.array(z.string()).default([]) }),
    z.array(mergeResult),
  ),
  /**
   * `diffHash` (one file only) makes apply stop when it would not do what the preview showed; `each` says so, and what stays out, file by
   * file. Given up on the way, what is applied stays applied and the answer lists it.
   */
  'merge.apply': task(
    'clerk',
    z.object({
      files: z.array(file).min(1).max(1000),
      leaveOut: z.array(z.string()).default([]),
      diffHash: z.string().optional(),
      each: z
        .record(z.string(), z.object({ leaveOut: z.array(z.string()).default([]), diffHash: z.string().optional() }))
        .default({}),
    }),
    z.array(mergeResult),
  ),
  'imports.list': query(
    'clerk',
    z.object({}),
    z.array(
      z.object({
        id: z.string(),
        office: z.string(),
        officeName: z.string(),
        epoch: z.string(),
        seq: z.int(),
        packageId: z.string(),
        appliedAt: z.string(),
        counts: z.object({ added: z.int(), changed: z.int(), removed: z.int(), conflict: z.int() }),
        /** When it was taken back; `null` while it is in force. */
        undoneAt: z.string().nullable(),
      }),
    ),
  ),
  /** What taking an import back takes back with it: later imports and own decisions that rest on it. Changes nothing. Fails as the undo. */
  'imports.previewUndo': task('clerk', z.object({ importId: z.string() }), undoShown),
  /**
   * Takes an import back, and with it what rests on it: the office's data are the join of all its remaining packages. The bytes are kept,
   * so that the package may be applied again; the next receipt takes the confirmation back. Fails with `import-not-found`,
   * `import-undone`, `import-own-office`, `preview-outdated`.
   */
  'imports.undo': task(
    'clerk',
    z.object({
      importId: z.string(),
      reason: z.string().max(500).optional(),
      /** What the preview showed; anything else is refused. */
      expected: z.object({ imports: z.array(z.string()), stateHash: z.string() }).optional(),
    }),
    undoShown,
  ),
  /** Fields that were set aside, of one office or of all: they come up again with the office's next package. */
  'setAside.list': query(
    'clerk',
    z.object({ officeId: z.string().optional() }),
    z.array(
      z.object({
        office: z.string(),
        officeName: z.string(),
        kind: z.string(),
        id: z.string(),
        title: z.string(),
        field: z.string(),
        reason: z.enum(setAsideReasons),
        message: z.string(),
      }),
    ),
  ),
  /** Tries files of the inbox again that were refused: all of them, or one. */
  'inbox.retry': task(
    'clerk',
    z.object({ id: z.string().optional() }),
    z.array(
      z.object({
        id: z.string(),
        fileName: z.string(),
        status: z.enum(['applied', 'already-received', 'refused', 'not-kept', 'by-hand']),
        code: z.string().nullable(),
        message: z.string(),
      }),
    ),
  ),
  /** Fork alarms with both packages side by side and the steps that mend them, newest first; `settled` ones are mended. */
  'fork.list': query('clerk', z.object({}), z.array(forkView)),
  'inbox.list': query('clerk', z.object({}), z.array(inboxEntry)),
  'receipt.issue': task(
    'approver',
    z.object({ officeId: z.string(), file: file.optional(), folder: z.string().optional() }),
    z.object({
      file: z.string(),
      officeId: z.string(),
      number: z.int(),
      packageId: z.string(),
      seq: z.int().nullable(),
      code: z.string(),
      /** Part files with what PCs of the office said they lack. */
      parts: z.array(writtenPart),
    }),
  ),
  'receipt.receive': task(
    'clerk',
    z.object({ file }),
    z.object({
      status: z.enum(['applied', 'already-received', 'older-ignored']),
      number: z.int(),
      confirmedSeq: z.int().nullable(),
      confirmedPackageId: z.string().nullable(),
      taken: z.object({ added: z.int(), changed: z.int(), removed: z.int(), conflict: z.int() }),
      /** False when this PC has less than the province believed, so that records could not be taken in: export again, then ask for a receipt. */
      complete: z.boolean(),
      /** Own changes that were given new numbers, because the office had used theirs otherwise: this PC went on from an older state. */
      renumbered: z.int(),
      trustNumber: z.int(),
    }),
  ),
  'state.hash': query(
    'clerk',
    z.object({ officeId: z.string().optional() }),
    z.object({ office: z.string(), hash: z.string(), context: contextView }),
  ),
} as const;
