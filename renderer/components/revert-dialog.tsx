import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { revertWords } from '#shared/text/revert-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useAnswer, useWork } from '../rpc/use-engine.ts';
import { useSession } from '../session.tsx';
import { Dialog } from './dialog.tsx';
import { formatTime, formatValue } from './format.ts';
import { formKeys } from './keys.ts';
import { FailureNotice, Notice } from './notices.tsx';

/** A moment in a record's history. */
export type Moment = {
  readonly kind: string;
  readonly id: string;
  readonly replica: string;
  readonly n: number;
  readonly at: string;
  readonly authorName: string;
};

type RevertDialogProps = {
  readonly moment: Moment;
  readonly titles: ReadonlyMap<string, string>;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** A record as it was against how it is: take all of it back or single fields, with a reason. */
export const RevertDialog = ({ moment, titles, onDone, onClose }: RevertDialogProps) => {
  const { kind, id, replica, n, at, authorName } = moment;
  const { notify } = useSession();
  const choice = { kind, id, to: { replica, n } };
  const { data } = useAnswer('record.previewRevert', choice);
  const revert = useWork('record.revert');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [together, setTogether] = useState(true);
  const [reason, setReason] = useState('');
  const fields = data?.fields ?? [];
  const chosen = fields.map(({ field }) => field).filter((field) => !left.has(field));
  const changesPresence = data !== undefined && data.removedNow !== data.removedThen;
  const isReady = reason.trim() !== '' && (chosen.length > 0 || changesPresence);
  const save = (): void => {
    if (!isReady || revert.isRunning) return;
    const some = chosen.length === fields.length || chosen.length === 0 ? {} : { fields: chosen };
    void revert.run({ ...choice, ...some, reason: reason.trim(), together }).then((reply) => {
      if (!reply.ok) return;
      notify(revertWords.done(reply.value.fields.map((field) => fieldLabel(kind, field)).join(', '), reply.value.restored));
      onDone();
    });
  };
  return (
    <Dialog onClose={onClose} title={revertWords.title} size="xl" isOnTop>
      <div className="stack" onKeyDown={formKeys(save)}>
        <p className="muted">{revertWords.moment(formatTime(at), authorName)}</p>
        {revert.failure?.issues === undefined ? (
          <FailureNotice failure={revert.failure} />
        ) : (
          <Notice tone="bad" role="alert">
            {[...new Set(revert.failure.issues.map(issueMessage))].join(' ')}
          </Notice>
        )}
        {data !== undefined && fields.length === 0 && !changesPresence ? <Notice>{revertWords.same}</Notice> : null}
        {changesPresence ? <Notice tone="warn">{data.removedNow ? revertWords.comesBack : revertWords.goesAway}</Notice> : null}
        {fields.length === 0 ? null : (
          <table className="plain-table sheet">
            <thead>
              <tr>
                <th style={{ width: '34%' }}>{revertWords.field}</th>
                <th style={{ width: '33%' }}>{revertWords.now}</th>
                <th>{revertWords.then}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ field, now, then }) => (
                <tr key={field}>
                  <td>
                    <Checkbox
                      label={fieldLabel(kind, field)}
                      aria-label={revertWords.take(fieldLabel(kind, field))}
                      checked={!left.has(field)}
                      onChange={(event) => {
                        const next = new Set(left);
                        if (event.currentTarget.checked) next.delete(field);
                        else next.add(field);
                        setLeft(next);
                      }}
                    />
                  </td>
                  <td className="muted break">{formatValue(kind, field, now, titles)}</td>
                  <td className="break">{formatValue(kind, field, then, titles)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {data === undefined || data.together.length === 0 ? null : (
          <Checkbox
            label={revertWords.together(data.together.length)}
            checked={together}
            onChange={(event) => {
              setTogether(event.currentTarget.checked);
            }}
          />
        )}
        <TextInput
          label={revertWords.reason}
          withAsterisk
          data-autofocus
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <div className="row">
          <Button onClick={save} disabled={!isReady} loading={revert.isRunning}>
            {revertWords.write}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
