import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MappingDefinition } from '#shared/contract/import-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.importing;

type MappingDialogProps = { readonly definition: MappingDefinition; readonly onClose: () => void };

/** Gives the columns as they are a name, for the next file of the same form and for colleagues. */
export const MappingDialog = ({ definition, onClose }: MappingDialogProps) => {
  const { notify } = useSession();
  const [name, setName] = useState('');
  const save = useWork('import.saveMapping');
  const { data } = useAnswer('import.listMappings', {});
  const isTaken = data?.some((one) => one.name === name.trim()) === true;
  const done = (): void => {
    if (name.trim() === '') return;
    void save.run({ name: name.trim(), definition }).then((reply) => {
      if (!reply.ok) return;
      notify(text.mappingSaved(reply.value.name));
      onClose();
    });
  };
  return (
    <Dialog title={text.saveMapping} onClose={onClose}>
      <div className="stack">
        <FailureNotice failure={save.failure} />
        {isTaken ? <Notice tone="warn">{text.mappingReplaces}</Notice> : null}
        <TextInput
          data-autofocus
          label={text.mappingName}
          maxLength={80}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.ctrlKey && event.key === 'Enter') done();
          }}
        />
        <div className="row">
          <Button disabled={name.trim() === ''} loading={save.isRunning} onClick={done}>
            {words.common.saveHint}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
