import { Button } from '@mantine/core';
import { useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.importing;

/** Saved ways to read columns: to be handed to a colleague's PC, taken from one, removed. */
export const MappingList = () => {
  const { notify } = useSession();
  const { data } = useAnswer('import.listMappings', {});
  const write = useWork('import.writeMapping');
  const take = useWork('import.readMapping');
  const remove = useWork('import.removeMapping');
  const [removing, setRemoving] = useState<string | null>(null);
  const [replacing, setReplacing] = useState<string | null>(null);
  const mappings = data ?? [];
  const takeFile = (file: string, replace: boolean): void => {
    void take.run({ file, replace }).then((reply) => {
      setReplacing(!reply.ok && reply.failure.code === 'mapping-exists' ? file : null);
      if (reply.ok) notify(text.mappingTaken(reply.value.name));
    });
  };
  const close = (): void => {
    setRemoving(null);
  };
  return (
    <section className="sheet" aria-label={text.mappings}>
      <div className="sheet-head">
        <h2>{text.mappings}</h2>
        <span className="muted small">{mappings.length === 0 ? text.noMappings : text.mappingsNote}</span>
        <div className="right">
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              void window.desktop.chooseFiles('mapping', false).then(([file]) => {
                if (file !== undefined) takeFile(file, false);
              });
            }}
          >
            {text.mappingTake}
          </Button>
        </div>
      </div>
      <FailureNotice failure={take.failure ?? write.failure} />
      {replacing === null ? null : (
        <div className="sheet-head">
          <Button
            size="xs"
            autoFocus
            onClick={() => {
              takeFile(replacing, true);
            }}
          >
            {text.mappingReplace}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setReplacing(null);
              take.clear();
            }}
          >
            {words.common.cancel}
          </Button>
        </div>
      )}
      {mappings.length === 0 ? null : (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{text.mappingName}</th>
              <th>{text.kind}</th>
              <th>{text.columns}</th>
              <th>{text.mappingBy}</th>
              <th>{text.at}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {mappings.map(({ name, definition, authorName, savedAt }) => (
              <tr key={name}>
                <td className="break">{name}</td>
                <td>{definition.kind === undefined ? '' : text.kinds[definition.kind]}</td>
                <td>{text.mappingColumns(Object.values(definition.columns).filter((target) => target !== null).length)}</td>
                <td>{authorName}</td>
                <td>{formatTime(savedAt)}</td>
                <td className="number">
                  <div className="row" style={{ justifyContent: 'end', flexWrap: 'nowrap' }}>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`${text.mappingWrite} ${name}`}
                      onClick={() => {
                        void window.desktop.chooseSaveFile('mapping', `${name}.json`).then((out) => {
                          if (out === null) return;
                          void write.run({ name, out }).then((reply) => {
                            if (reply.ok) notify(text.mappingWritten(reply.value.file));
                          });
                        });
                      }}
                    >
                      {text.mappingWrite}
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`${text.mappingRemove} ${name}`}
                      onClick={() => {
                        setRemoving(name);
                      }}
                    >
                      {text.mappingRemove}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {removing === null ? null : (
        <Dialog title={text.mappingRemoveTitle} onClose={close}>
          <div className="stack">
            <p>
              <strong>{removing}</strong>
            </p>
            <p>{text.mappingRemoveText}</p>
            <FailureNotice failure={remove.failure} />
            <div className="row">
              <Button
                data-autofocus
                loading={remove.isRunning}
                onClick={() => {
                  void remove.run({ name: removing }).then((reply) => {
                    if (!reply.ok) return;
                    close();
                    notify(text.mappingRemoved(removing));
                  });
                }}
              >
                {text.mappingRemove}
              </Button>
              <Button variant="default" onClick={close}>
                {words.common.cancel}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </section>
  );
};
