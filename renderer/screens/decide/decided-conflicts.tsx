import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConflictValue, DecidedConflict } from '#shared/contract/conflict-methods.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatTime, formatValue } from '#renderer/components/format.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.decide;

const fieldOf = ({ about, kind, field }: DecidedConflict): string =>
  about === 'removal' ? words.history.removed : fieldLabel(kind, field);

const shownValue = ({ about, kind, field }: DecidedConflict, { value }: ConflictValue): string => {
  if (about === 'removal') return value === null ? text.bringBack : text.removal;
  return formatValue(kind, field, value);
};

const AgainDialog = ({ decided, onClose }: { readonly decided: DecidedConflict; readonly onClose: () => void }) => {
  const { notify } = useSession();
  const [taken, ...replaced] = decided.values;
  const [take, setTake] = useState('');
  const [reason, setReason] = useState('');
  const work = useWork('conflict.decideAgain');
  const canSave = take !== '' && reason.trim() !== '';
  const save = (): void => {
    if (!canSave) return;
    void work.run({ conflict: decided.id, take, reason }).then((reply) => {
      if (!reply.ok) return;
      notify(text.decided);
      onClose();
    });
  };
  return (
    <Dialog title={`${text.decideAgainTitle}: ${decided.title}`} size="lg" onClose={onClose}>
      <div className="stack" onKeyDown={formKeys(save)}>
        <FailureNotice failure={work.failure} />
        <dl className="facts" style={{ margin: 0 }}>
          <dt>{text.taken}</dt>
          <dd>
            <strong>{taken === undefined ? '' : shownValue(decided, taken)}</strong>
            <div className="muted small">
              {text.by(decided.authorName, formatTime(decided.at))}
              {decided.reason === null ? '' : ` - ${decided.reason}`}
            </div>
          </dd>
        </dl>
        <Radio.Group label={fieldOf(decided)} value={take} onChange={setTake}>
          <div className="stack" style={{ marginTop: 6 }}>
            {replaced.map((one, index) => (
              <div key={one.dot} className="sheet padded">
                <Radio
                  value={one.dot}
                  size="xs"
                  label={shownValue(decided, one)}
                  {...(index === 0 ? { 'data-autofocus': true } : {})}
                />
                <div className="muted small">{text.by(one.authorName ?? '', one.at === null ? '' : formatTime(one.at))}</div>
              </div>
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label={text.reason}
          required
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <div className="row">
          <Button onClick={save} loading={work.isRunning} disabled={!canSave}>
            {text.decideAgain} (Ctrl+Enter)
          </Button>
        </div>
      </div>
    </Dialog>
  );
};

/** Decisions on conflicts, newest first; one that still stands can be taken back by deciding again. */
export const DecidedConflicts = () => {
  const { data } = useAnswer('conflict.decided', {});
  const [chosen, setChosen] = useState<DecidedConflict | null>(null);
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="sheet" aria-label={text.decidedTitle}>
      <div className="sheet-head">
        <h2>{text.decidedTitle}</h2>
        <span className="muted small">{text.decidedText}</span>
      </div>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{text.record}</th>
            <th>{text.field}</th>
            <th>{text.taken}</th>
            <th>{text.values}</th>
            <th>{text.reason}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {data.map((one) => (
            <tr key={`${one.id} ${one.at}`}>
              <td>{one.title}</td>
              <td>{fieldOf(one)}</td>
              <td className="break">
                <strong>{one.values[0] === undefined ? '' : shownValue(one, one.values[0])}</strong>
              </td>
              <td className="break">
                {one.values
                  .slice(1)
                  .map((value) => shownValue(one, value))
                  .join(' / ')}
              </td>
              <td className="break">
                {one.reason}
                <div className="muted small">{text.by(one.authorName, formatTime(one.at))}</div>
              </td>
              <td className="number">
                {one.standing ? (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      setChosen(one);
                    }}
                  >
                    {text.decideAgain}
                  </Button>
                ) : (
                  <span className="muted small">{text.overtaken}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen === null ? null : (
        <AgainDialog
          decided={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </section>
  );
};
