import { z } from 'zod';
import { command, query, task } from './method.ts';
import { unitView } from './views.ts';

const folder = z.string().min(1);
const file = z.string().min(1);
/** At least eight characters: `password-too-short` otherwise. */
const password = z.string().max(200);
export const tier = z.enum(['district', 'province']);

export const workspaceSummary = z.object({
  /** `none` before a workspace is chosen, `locked` before a user has unlocked it. */
  state: z.enum(['none', 'locked', 'open']),
  folder: z.string().nullable(),
  /** Users that can unlock. Names stay in the encrypted database: while locked only the number of users is known. */
  userCount: z.int(),
  office: z
    .object({ id: z.string(), name: z.string(), tier, unitId: z.string(), unitName: z.string(), asOf: z.string() })
    .nullable(),
  user: z.object({ id: z.string(), name: z.string(), role: z.enum(['clerk', 'approver', 'administrator']) }).nullable(),
  installId: z.string().nullable(),
  epoch: z.string().nullable(),
  enrolled: z.boolean(),
});
export type WorkspaceSummary = z.infer<typeof workspaceSummary>;

export const officeStatus = z.object({
  officeId: z.string(),
  name: z.string(),
  /** Newest accepted package, or `null` when nothing has arrived. */
  lastPackage: z
    .object({ seq: z.int(), epoch: z.string(), packageId: z.string(), receivedAt: z.string(), createdAt: z.string() })
    .nullable(),
  lastReceiptNumber: z.int().nullable(),
  enrolled: z.boolean(),
  late: z.boolean(),
  missing: z.array(z.int()),
});

export const status = z.object({
  officeId: z.string(),
  enrolled: z.boolean(),
  unsentChanges: z.int(),
  lastPackage: z
    .object({
      seq: z.int(),
      epoch: z.string(),
      packageId: z.string(),
      code: z.string(),
      createdAt: z.string(),
      fileName: z.string(),
      /** Set only by a valid receipt: "đã nhận"; until then the package is only "đã xuất". */
      confirmedAt: z.string().nullable(),
    })
    .nullable(),
  lastReceipt: z.object({ number: z.int(), receivedAt: z.string(), seq: z.int().nullable() }).nullable(),
  /** Whether the last package has been out for long without a receipt. */
  receiptOverdue: z.boolean(),
  /**
   * When the epoch began in which this PC goes on after it was brought back or copied; `null` once a package of it is confirmed. Until then
   * the books may lack what was sent before.
   */
  restoredAt: z.string().nullable(),
  lastBackupAt: z.string().nullable(),
  counts: z.record(z.string(), z.int()),
  findingCount: z.int(),
  draftCount: z.int(),
  /** Attached files whose content this PC lacks. */
  missingFileCount: z.int(),
  /** Files that were refused as too new and that this program can read: to be tried again. */
  readableNowCount: z.int(),
  /** At the province: every office of the trust list. */
  offices: z.array(officeStatus),
});
export type Status = z.infer<typeof status>;

/** Words on the office's paper that the decree leaves to the office (Decree 30/2020/NĐ-CP). */
export const paperSettings = z.object({
  superiorAgency: z.string().max(200),
  issuingAgency: z.string().max(200),
  placeName: z.string().max(100),
  /** `TM.`, `KT.`, `TL.` ... line above the title; may be empty. */
  signerCapacity: z.string().max(200),
  signerTitle: z.string().max(200),
  signerName: z.string().max(120),
});
export type PaperSettings = z.infer<typeof paperSettings>;

export const workspaceMethods = {
  'workspace.summary': task('anyone', z.object({}), workspaceSummary),
  /** Looks at a folder without opening it. */
  'workspace.choose': task('anyone', z.object({ folder }), workspaceSummary),
  /** Sets a workspace up and opens it. `asOf` decides what the unit code means. */
  'workspace.create': task(
    'anyone',
    z.object({
      folder,
      tier,
      unit: z.string().regex(/^\d{2,5}(@\d{4}-\d{2}-\d{2})?$/),
      asOf: z.iso.date(),
      officeName: z.string().min(1).max(200),
      userName: z.string().min(1).max(120),
      password,
      /** Where the recovery code is written; the windows show and print it instead. */
      recoveryFile: file.optional(),
      /** Province only: where the escrow secret is written, outside the workspace. */
      escrowFile: file.optional(),
    }),
    z.object({ summary: workspaceSummary, recoveryCode: z.string() }),
  ),
  'workspace.unlock': task(
    'anyone',
    z.object({ folder: folder.optional(), user: z.string().optional(), password: z.string() }),
    workspaceSummary,
  ),
  /** Sets a new password for a user with the recovery code printed at set-up. */
  'workspace.recover': task(
    'anyone',
    z.object({ folder: folder.optional(), user: z.string().optional(), recoveryCode: z.string(), newPassword: password }),
    workspaceSummary,
  ),
  'workspace.lock': task('anyone', z.object({}), workspaceSummary),
  /** `missingFileCount`: attached files whose content this PC lacks, so that the backup lacks it too. */
  'workspace.backup': task(
    'clerk',
    z.object({ file }),
    z.object({ file: z.string(), size: z.int(), createdAt: z.string(), missingFileCount: z.int() }),
  ),
  /** Restores a backup into a new folder and locks it; the restored workspace starts a new epoch. */
  'workspace.restore': task('anyone', z.object({ backup: file, folder }), workspaceSummary),
  'status.get': query('clerk', z.object({}), status),
  'keys.get': query(
    'clerk',
    z.object({}),
    z.object({
      installId: z.string(),
      epoch: z.string(),
      minisignPublicKey: z.string(),
      ageRecipient: z.string(),
      fingerprint: z.string().nullable(),
    }),
  ),
  /** Writes the age identity to a file (administrator, logged). */
  'keys.writeIdentity': task('administrator', z.object({ file }), z.object({ file: z.string() })),
  'settings.get': query('clerk', z.object({}), paperSettings),
  'settings.put': command('clerk', paperSettings.partial(), paperSettings),
  /** Units of the catalogue. Without `parentId`: every unit of the tier valid on the date. */
  'catalogue.units': task(
    'anyone',
    z.object({ tier: z.enum(['province', 'district', 'commune']), parentId: z.string().optional(), asOf: z.iso.date() }),
    z.array(unitView),
  ),
  /** Communes the open office is responsible for. */
  'catalogue.officeCommunes': query('clerk', z.object({ officeId: z.string().optional() }), z.array(unitView)),
  /** Input kept as it is typed, so that a crash loses nothing. `form` is kind plus record id or `new`. */
  'draft.save': command('clerk', z.object({ form: z.string().max(200), content: z.string().max(200_000) }), z.object({})),
  'draft.find': query(
    'clerk',
    z.object({ form: z.string().max(200) }),
    z.object({ content: z.string().nullable(), savedAt: z.string().nullable() }),
  ),
  /** Newest first; `title` is a name or number that was typed, empty where there is none. */
  'draft.list': query(
    'clerk',
    z.object({}),
    z.array(
      z.object({
        form: z.string(),
        savedAt: z.string(),
        authorName: z.string().nullable(),
        title: z.string(),
        rowCount: z.number(),
      }),
    ),
  ),
  'draft.remove': command('clerk', z.object({ form: z.string().max(200) }), z.object({})),
} as const;
