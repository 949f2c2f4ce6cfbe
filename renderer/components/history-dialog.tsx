import { Modal } from '@mantine/core';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useAnswer } from '../rpc/use-engine.ts';
import { formatTime, formatValue } from './format.ts';

type HistoryDialogProps = { readonly kind: string; readonly id: string; readonly onClose: () => void };

/** Who wrote what, when, in place of what. */
export const HistoryDialog = ({ kind, id, onClose }: HistoryDialogProps) => {
  const { data } = useAnswer('record.history', { kind, id });
  return (
    <Modal opened onClose={onClose} title={words.history.title} size="xl" closeButtonProps={{ 'aria-label': words.common.close }}>
      {data === undefined || data.length === 0 ? (
        <p>{words.history.empty}</p>
      ) : (
        <div className="stack">
          {data.map((entry) => (
            <section key={`${entry.replica} ${entry.n}`}>
              <strong>{formatTime(entry.at)}</strong> {words.history.by} {entry.authorName}
              {entry.reason === null ? null : <span className="muted"> - {entry.reason}</span>}
              <table className="plain-table">
                <tbody>
                  {entry.fields.map((one) => (
                    <tr key={one.field}>
                      <td style={{ width: '34%' }}>{fieldLabel(kind, one.field)}</td>
                      <td className="muted">{formatValue(kind, one.field, one.before)}</td>
                      <td>{formatValue(kind, one.field, one.after)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          ))}
        </div>
      )}
    </Modal>
  );
};
