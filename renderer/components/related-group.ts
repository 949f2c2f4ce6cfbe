import type { RelatedRow } from '#shared/contract/desk-methods.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';

/** What a record that refers to another is to it, in words. */
export const relatedGroup = (row: RelatedRow): string => words.related.groups[`${row.kind} ${row.field}`] ?? kindLabel(row.kind);
