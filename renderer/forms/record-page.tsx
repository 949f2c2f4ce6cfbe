import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { noteRecent } from '#renderer/actions/recent.ts';
import { FormProvider } from 'react-hook-form';
import { isAttachable } from '#shared/domain/attachment.ts';
import { provenanceWords } from '#shared/text/provenance-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Attachments } from '../attachments/attachments.tsx';
import { HistoryDialog, type HistoryOf } from '../components/history-dialog.tsx';
import { hintOf, useAction } from '#renderer/actions/use-action.ts';
import { formKeys } from '../components/keys.ts';
import { useLeaveGuard } from '../components/leave-guard.tsx';
import { FailureNotice, Notice } from '../components/notices.tsx';
import { Page } from '../components/page.tsx';
import { RemoveDialog } from '../components/remove-dialog.tsx';
import { useWork } from '../rpc/use-engine.ts';
import { useProvenance } from '../provenance/provenance-context.ts';
import { recordsText } from '../provenance/records-text.ts';
import { useSession } from '../session.tsx';
import { FormNotices } from './form-notices.tsx';
import { FormPlaceProvider, type FormPlace } from './options.ts';
import { ProposeDialog } from './propose-dialog.tsx';
import type { RecordFormState } from './use-record-form.ts';

type RecordPageProps = {
  readonly kind: string;
  readonly id: string | undefined;
  readonly title: string;
  readonly note?: ReactNode;
  /** Parts of the record that have a screen of their own. */
  readonly tabs?: ReactNode;
  readonly state: RecordFormState;
  readonly place: FormPlace;
  readonly isRemoved?: boolean;
  readonly historyOf: readonly HistoryOf[];
  /** Saves and says what comes then; `confirmed` when the questions were answered. */
  readonly onSave: (confirmed?: boolean) => void;
  /** Where saving goes on to the next new record: saves and leaves it instead. */
  readonly onSaveAndClose?: () => void;
  /** What leaving leads to, e.g. the saved record; its list unless told. */
  readonly saveAndCloseLabel?: string;
  readonly onClose: () => void;
  readonly moreActions?: ReactNode;
  /** Papers about the record; for those who may only read, too. */
  readonly papers?: ReactNode;
  /** What the form has to say beside errors and questions. */
  readonly notices?: ReactNode;
  /** The fields. */
  readonly children: ReactNode;
  /** What stands over the form. */
  readonly above?: ReactNode;
  /** What stands under the form and saves by itself. */
  readonly below?: ReactNode;
};

/** Anatomy of every form: title and actions, notices, fields, what belongs to the record; history, removing, restoring. */
export const RecordPage = (props: RecordPageProps) => {
  const {
    kind,
    id,
    title,
    note,
    tabs,
    state,
    place,
    isRemoved = false,
    historyOf,
    onSave,
    onClose,
    moreActions,
    papers,
    children,
    above,
    below,
  } = props;
  const { notify, office } = useSession();
  const provenance = useProvenance();
  const [dialog, setDialog] = useState<'history' | 'remove' | 'propose' | null>(null);
  const restore = useWork('record.restore');
  const guard = useLeaveGuard(state.isDirty, () => {
    state.dropDraft();
    onClose();
  });
  const isReadOnly = place.isReadOnly === true || isRemoved;
  const canPropose = id !== undefined && place.isReadOnly === true && !isRemoved && office.tier === 'province';
  const save = (): void => {
    if (!isReadOnly) onSave();
  };
  const closeDialog = (): void => {
    setDialog(null);
  };
  useAction('app.close', guard.leave);
  useAction(
    'form.history',
    () => {
      setDialog('history');
    },
    { enabled: id !== undefined },
  );
  useAction(
    'form.remove',
    () => {
      setDialog('remove');
    },
    { enabled: id !== undefined && !isReadOnly },
  );
  useAction('form.save', props.onSaveAndClose ?? save, { enabled: !isReadOnly });
  const [address] = useLocation();
  useEffect(() => {
    if (id !== undefined) noteRecent({ address, title });
  }, [id, address, title]);
  return (
    <Page
      title={title}
      note={note}
      tabs={tabs}
      actions={
        <>
          {id === undefined ? null : (
            <Button
              variant="default"
              {...hintOf('form.history')}
              onClick={() => {
                setDialog('history');
              }}
            >
              {words.common.history}
            </Button>
          )}
          {id === undefined ? null : (
            <Button
              variant="default"
              onClick={() => {
                provenance.open(recordsText(...historyOf));
              }}
            >
              {provenanceWords.action}
            </Button>
          )}
          {id === undefined || isReadOnly ? null : (
            <Button
              variant="default"
              {...hintOf('form.remove')}
              onClick={() => {
                setDialog('remove');
              }}
            >
              {words.common.remove}
            </Button>
          )}
          <Button variant="default" onClick={guard.leave}>
            {words.common.close} (Esc)
          </Button>
          {papers}
          {canPropose ? (
            <Button
              variant="default"
              onClick={() => {
                setDialog('propose');
              }}
            >
              {words.decide.propose}
            </Button>
          ) : null}
          {isReadOnly ? null : moreActions}
          {isReadOnly || props.onSaveAndClose === undefined ? null : (
            <Button variant="default" onClick={props.onSaveAndClose} disabled={state.isSaving} {...hintOf('form.save')}>
              {props.saveAndCloseLabel ?? words.mediators.saveAndClose}
            </Button>
          )}
          {isReadOnly ? null : (
            <Button onClick={save} loading={state.isSaving} {...hintOf('form.saveNext')}>
              {props.onSaveAndClose === undefined ? words.common.saveHint : words.mediators.saveAndNext}
            </Button>
          )}
        </>
      }
    >
      {above}
      <FormProvider {...state.form}>
        <FormPlaceProvider value={{ ...place, isReadOnly }}>
          <div
            className="stack"
            data-records={id === undefined ? undefined : recordsText(...historyOf)}
            onKeyDown={formKeys(save, props.onSaveAndClose)}
          >
            {isRemoved && id !== undefined ? (
              <Notice tone="warn">
                <div className="row">
                  <span>{words.form.isRemoved}</span>
                  {place.isReadOnly === true ? null : (
                    <Button
                      size="xs"
                      loading={restore.isRunning}
                      onClick={() => {
                        void restore.run({ kind, id }).then((reply) => {
                          if (reply.ok) notify(words.form.restored);
                        });
                      }}
                    >
                      {words.common.restore}
                    </Button>
                  )}
                </div>
              </Notice>
            ) : null}
            {place.isReadOnly === true ? <Notice>{words.form.otherOffice}</Notice> : null}
            <FailureNotice failure={restore.failure} />
            <FormNotices
              kind={kind}
              state={state}
              onConfirm={() => {
                onSave(true);
              }}
            />
            {isReadOnly ? null : props.notices}
            <div className="sheet padded">
              {children}
              {isReadOnly ? null : (
                <div className="muted small" style={{ marginTop: 8 }}>
                  {words.form.enterHint}
                </div>
              )}
            </div>
          </div>
        </FormPlaceProvider>
      </FormProvider>
      {below}
      {id !== undefined && isAttachable(kind) ? <Attachments kind={kind} id={id} canChange={!isReadOnly} /> : null}
      {guard.dialog}
      {dialog === 'history' ? <HistoryDialog of={historyOf} onClose={closeDialog} /> : null}
      {dialog === 'propose' ? <ProposeDialog of={historyOf} onClose={closeDialog} /> : null}
      {dialog === 'remove' && id !== undefined ? (
        <RemoveDialog
          kind={kind}
          id={id}
          onClose={closeDialog}
          onDone={() => {
            state.dropDraft();
            notify(words.form.removeDone);
            onClose();
          }}
        />
      ) : null}
    </Page>
  );
};
