import { Button } from '@mantine/core';
import { fileWords } from '#shared/text/file-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { fileNameOf } from './file-name.ts';

type FileActionsProps = {
  /** Path of a file that was written just now. */
  readonly file: string;
  /** Subject of the letter that it may go with. */
  readonly subject: string;
  /** Part files that go with it. */
  readonly partCount?: number;
};

/** Where a file lies, and a letter to send it with; which file to attach is said beside, as a letter opened so cannot carry one. */
export const FileActions = ({ file, subject, partCount = 0 }: FileActionsProps) => (
  <>
    <Button
      variant="default"
      onClick={() => {
        void window.desktop.showInFolder(file);
      }}
    >
      {words.common.showInFolder}
    </Button>
    <Button
      variant="default"
      onClick={() => {
        void window.desktop.composeMail(subject, fileWords.letter(fileNameOf(file), partCount));
      }}
    >
      {fileWords.compose}
    </Button>
    <span className="muted small">{fileWords.attach(fileNameOf(file), partCount)}</span>
  </>
);
