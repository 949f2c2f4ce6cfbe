import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import type { QuickAddProps } from './quick-add-context.ts';
import { RecordDialog } from './record-dialog.tsx';

/** A small form in a dialog, to enter what a bigger form refers to without leaving it. */
export const QuickAdd = (props: QuickAddProps) => (
  <RecordDialog {...props} title={`${words.form.addNew}: ${kindLabel(props.kind).toLowerCase()}`} />
);
