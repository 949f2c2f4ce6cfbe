import { useAction } from '#renderer/actions/use-action.ts';
import { FileList } from './file-list.tsx';
import { ImportFile } from './import-file.tsx';
import { ImportStart } from './import-start.tsx';
import { useImportFiles } from './use-import-files.ts';

/** Takes spreadsheets in: how they were understood, what would happen to every row, and only then the books. */
export const ImportScreen = () => {
  const files = useImportFiles();
  const choose = (): void => {
    void window.desktop.chooseFiles('spreadsheet', true).then((paths) => {
      if (paths.length > 0) files.choose(paths);
    });
  };
  useAction('list.openFile', choose, { enabled: files.step === null });
  if (files.entries.length === 0) return <ImportStart onChoose={choose} />;
  if (files.opened === null) return <FileList files={files} onChoose={choose} />;
  return <ImportFile key={files.opened.file} files={files} entry={files.opened} onChoose={choose} />;
};
