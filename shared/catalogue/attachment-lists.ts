import type { CodeEntry } from '#shared/domain/field.ts';

const list = <const Entries extends readonly CodeEntry[]>(entries: Entries): Entries => entries;

/** Kinds of files that may be attached: what offices scan, photograph and write, and nothing that runs. */
export const attachmentTypes = list([
  { code: 'pdf', label: 'PDF' },
  { code: 'jpeg', label: 'Ảnh JPEG' },
  { code: 'png', label: 'Ảnh PNG' },
  { code: 'docx', label: 'Word (.docx)' },
  { code: 'xlsx', label: 'Excel (.xlsx)' },
]);

/** Kinds of records that files may be attached to. */
export const attachableKinds = list([
  { code: 'decision', label: 'Quyết định' },
  { code: 'nomination', label: 'Đề nghị khen thưởng' },
  { code: 'session', label: 'Lớp tập huấn, bồi dưỡng' },
  { code: 'team', label: 'Tổ hòa giải' },
  { code: 'membership', label: 'Hòa giải viên' },
  { code: 'trainer', label: 'Tập huấn viên' },
]);
