import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { Notice } from '#renderer/components/notices.tsx';
import { StartPage } from './start-page.tsx';

type RecoveryCodeProps = { readonly code: string; readonly officeName: string; readonly onDone: () => void };

const escape = (text: string): string => text.replace(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`);

const paperOf = (
  code: string,
  officeName: string,
): string => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${words.start.recoveryPaperTitle}</title>
<style>@page { size: A4; margin: 25mm; } body { font: 14pt/1.5 'Times New Roman', 'Liberation Serif', serif; } .code { margin: 24pt 0; font: bold 20pt 'Courier New', 'Liberation Mono', monospace; }</style></head>
<body><h1>${words.start.recoveryPaperTitle}</h1><p>${escape(officeName)}</p><p class="code">${escape(code)}</p><p>${words.start.recoveryText}</p></body></html>`;

/** Shown once at set-up; a group is typed back so that the code is really on paper. */
export const RecoveryCode = ({ code, officeName, onDone }: RecoveryCodeProps) => {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const confirm = (): void => {
    if (typed.trim().toUpperCase() === code.split('-')[1]) onDone();
    else setWrong(true);
  };
  const print = (): void => {
    void window.desktop.print({
      title: words.start.recoveryPaperTitle,
      html: paperOf(code, officeName),
      landscape: false,
      pageNumbers: false,
      fileName: words.start.recoveryFileName,
    });
  };
  return (
    <StartPage aside={words.start.asideUnlock}>
      <div className="stack">
        <h1>{words.start.recoveryTitle}</h1>
        <div>{words.start.recoveryText}</div>
        <div className="sheet padded digits break" data-testid="recovery-code">
          {code}
        </div>
        <div className="row">
          <Button variant="default" onClick={print}>
            {words.start.printRecovery}
          </Button>
        </div>
        {isWrong ? (
          <Notice tone="bad" role="alert">
            {words.start.recoveryWrong}
          </Notice>
        ) : null}
        <TextInput
          label={words.start.recoveryCheck}
          value={typed}
          autoFocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setWrong(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) confirm();
          }}
        />
        <div className="row">
          <Button onClick={confirm}>{words.start.recoveryDone}</Button>
        </div>
      </div>
    </StartPage>
  );
};
