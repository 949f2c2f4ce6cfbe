import { Button } from '@mantine/core';
import { useState } from 'react';
import { attachmentTypes } from '#shared/catalogue/attachment-lists.ts';
import { labelOf } from '#shared/catalogue/code-lists.ts';
import type { AttachmentRow } from '#shared/contract/attachment-methods.ts';
import { extensionOf } from '#shared/domain/attachment.ts';
import { attachmentWords as text } from '#shared/text/attachment-words.vi.ts';
import { formatPartial } from '#renderer/components/format.ts';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

type RowProps = {
  readonly row: AttachmentRow;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  /** Missing where the record may only be read. */
  readonly onRemove: (() => void) | undefined;
};

const Row = ({ row, onOpen, onSave, onRemove }: RowProps) => (
  <tr>
    <td className="break">
      {row.held ? (
        <button type="button" className="link-button" aria-label={text.openOf(row.fileName)} onClick={onOpen}>
          {row.fileName}
        </button>
      ) : (
        row.fileName
      )}
    </td>
    <td>{labelOf(attachmentTypes, row.mediaType)}</td>
    <td className="number">{text.sizeOf(row.size)}</td>
    <td>{formatPartial(row.addedOn)}</td>
    <td>{row.held ? <span className="muted">{text.held}</span> : <span className="badge warn">{text.notHeld}</span>}</td>
    <td>
      <div className="row" style={{ justifyContent: 'flex-end', flexWrap: 'nowrap' }}>
        {row.held ? (
          <Button size="compact-sm" variant="default" aria-label={text.saveOf(row.fileName)} onClick={onSave}>
            {text.save}
          </Button>
        ) : null}
        {onRemove === undefined ? null : (
          <Button size="compact-sm" variant="default" aria-label={text.removeOf(row.fileName)} onClick={onRemove}>
            {text.remove}
          </Button>
        )}
      </div>
    </td>
  </tr>
);

type AttachmentsProps = { readonly kind: string; readonly id: string; readonly canChange: boolean };

/** Files that belong to a record: added with the system's dialog, looked at, saved elsewhere, taken off; each at once, and undone by Ctrl+Z. */
export const Attachments = ({ kind, id, canChange }: AttachmentsProps) => {
  const { notify } = useSession();
  const [isUnopened, setUnopened] = useState(false);
  const { data: rows } = useAnswer('attachment.list', { kind, id });
  const add = useWork('attachment.add');
  const save = useWork('attachment.save');
  const remove = useWork('record.remove');
  const clear = (): void => {
    setUnopened(false);
    for (const work of [add, save, remove]) work.clear();
  };
  const choose = async (): Promise<void> => {
    clear();
    const files = await window.desktop.chooseFiles('attachment', true);
    if (files.length === 0) return;
    const reply = await add.run({ kind, id, files: [...files] });
    if (reply.ok) notify(text.added(reply.value.added.length));
  };
  const open = async (row: AttachmentRow): Promise<void> => {
    clear();
    const place = await window.desktop.newOpenedPlace(extensionOf(row.mediaType) ?? '');
    if (place === null) {
      setUnopened(true);
      return;
    }
    const reply = await save.run({ id: row.id, file: place });
    if (reply.ok) setUnopened(!(await window.desktop.openPlace(place)));
  };
  const saveAs = async (row: AttachmentRow): Promise<void> => {
    clear();
    const file = await window.desktop.chooseSaveFile('attachment', row.fileName);
    if (file === null) return;
    const reply = await save.run({ id: row.id, file });
    if (reply.ok) notify(text.saved(file));
  };
  const takeOff = async (row: AttachmentRow): Promise<void> => {
    clear();
    const reply = await remove.run({ kind: 'attachment', id: row.id, reason: text.removeReason });
    if (reply.ok) notify(text.removed);
  };
  const failure = add.failure ?? save.failure ?? remove.failure;
  if (rows === undefined || (rows.length === 0 && !canChange)) return null;
  return (
    <section className="sheet" aria-label={text.title} style={{ marginTop: 14 }}>
      <div className="sheet-head">
        <h2>
          {text.title} {rows.length === 0 ? null : <span className="muted">{rows.length}</span>}
        </h2>
        {canChange ? (
          <div className="row right">
            <span className="muted small">{text.addHint}</span>
            <Button size="xs" variant="default" loading={add.isRunning} onClick={() => void choose()}>
              {text.add}
            </Button>
          </div>
        ) : null}
      </div>
      {failure === null && !isUnopened ? null : (
        <div style={{ padding: '0 14px 12px' }}>
          <FailureNotice failure={failure} />
          {isUnopened ? <Notice tone="warn">{text.cannotOpen}</Notice> : null}
        </div>
      )}
      {rows.length === 0 ? (
        <p className="muted related-none">{text.none}</p>
      ) : (
        <table className="plain-table middle">
          <thead>
            <tr>
              <th>{text.fileName}</th>
              <th>{text.type}</th>
              <th className="number">{text.size}</th>
              <th>{text.addedOn}</th>
              <th>{text.state}</th>
              <th className="number">{text.actions}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                onOpen={() => void open(row)}
                onSave={() => void saveAs(row)}
                onRemove={canChange ? () => void takeOff(row) : undefined}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
