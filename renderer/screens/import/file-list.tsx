import { Button } from '@mantine/core';
import { messageOf } from '#shared/text/messages.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { fileNameOf } from '#renderer/components/file-name.ts';
import { Notice, Working } from '#renderer/components/notices.tsx';
import { Empty, Page } from '#renderer/components/page.tsx';
import { useSession } from '#renderer/session.tsx';
import { writtenOf, type ImportFileEntry, type ImportFiles } from './use-import-files.ts';

const text = words.importing;

const tones: Readonly<Record<ImportFileEntry['state'], string>> = {
  waiting: 'badge',
  reading: 'badge',
  ready: 'badge',
  refused: 'badge bad',
  done: 'badge good',
};

const countColumn = (
  outcome: 'created' | 'updated' | 'same' | 'needs-decision' | 'error',
  width: string,
): Column<ImportFileEntry> => ({
  key: outcome,
  title: text.outcomes[outcome],
  width,
  number: true,
  cell: ({ counts }) => (counts === null ? '' : formatCount(counts[outcome])),
});

const columns: readonly Column<ImportFileEntry>[] = [
  { key: 'file', title: text.file, width: 'minmax(220px, 2fr)', cell: ({ file }) => fileNameOf(file) },
  {
    key: 'state',
    title: text.outcome,
    width: '130px',
    cell: ({ state }) => <span className={tones[state]}>{text.fileStates[state]}</span>,
  },
  countColumn('created', '110px'),
  countColumn('updated', '110px'),
  countColumn('same', '110px'),
  countColumn('needs-decision', '130px'),
  countColumn('error', '140px'),
];

/** Several files: what each would bring, or why it cannot be read; one opens for a closer look, all are taken in at once. */
export const FileList = ({ files, onChoose }: { readonly files: ImportFiles; readonly onChoose: () => void }) => {
  const { notify } = useSession();
  const { entries, step } = files;
  const waiting = entries.filter((entry) => entry.state === 'ready').reduce((sum, entry) => sum + writtenOf(entry.counts), 0);
  const refused = entries.filter((entry) => entry.state === 'refused');
  const canRun = waiting > 0 && step === null;
  const run = (): void => {
    if (!canRun) return;
    void files.runAll().then((done) => {
      const taken = done.filter((entry) => entry.state === 'done');
      const rows = taken.reduce((sum, entry) => sum + writtenOf(entry.counts), 0);
      notify(text.allDone(rows, taken.length, done.filter((entry) => entry.state === 'refused').length));
    });
  };
  useAction('form.saveNext', run, { enabled: canRun });
  useAction('app.close', files.clear, { enabled: step === null });
  return (
    <Page
      title={text.title}
      note={text.filesTitle(entries.length)}
      actions={
        <>
          <Button variant="default" disabled={step !== null} onClick={onChoose}>
            {text.again}
          </Button>
          <Button disabled={!canRun} onClick={run}>
            {text.runAll(waiting)}
          </Button>
        </>
      }
    >
      {step === null ? null : (
        <Working
          label={text.runningFile(step.number, step.count, fileNameOf(step.file))}
          progress={step.progress}
          onCancel={files.stop}
        />
      )}
      {refused.map((entry) => (
        <Notice key={entry.file} tone="bad" role="alert">
          <strong>{fileNameOf(entry.file)}</strong>: {messageOf(entry.failure ?? { code: 'spreadsheet-unreadable' })}
        </Notice>
      ))}
      <DataTable
        label={text.files}
        autoFocus
        columns={columns}
        total={entries.length}
        rowAt={(index) => entries[index]}
        onOpen={(entry) => {
          if (step === null) files.open(entry.file);
        }}
        empty={<Empty title={words.records.noMatch} />}
      />
    </Page>
  );
};
