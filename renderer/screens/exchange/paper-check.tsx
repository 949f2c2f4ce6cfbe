import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InputOf } from '#shared/contract/contract.ts';
import { readPaperCode } from '#shared/exchange/digits.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import { paperCheckSentence, paperCheckWords as words } from '#shared/text/paper-check-words.vi.ts';
import { Notice } from '#renderer/components/notices.tsx';
import { choosePaperPicture } from '#renderer/components/read-picture.ts';
import { call } from '#renderer/rpc/engine.ts';

type PaperCheckProps = {
  /** The package that the paper is said to go with; without it the package of the paper is looked for. */
  readonly expected?: InputOf<'paper.check'>['expected'];
};

type Answer = { readonly tone: 'plain' | 'warn' | 'bad'; readonly text: string };

const tones = { match: 'plain', known: 'plain', unknown: 'warn', unreadable: 'warn', mismatch: 'bad' } as const;

/** Whether paper and file belong together: by typed digits or by a picture of the sheet. */
export const PaperCheck = ({ expected }: PaperCheckProps) => {
  const [code, setCode] = useState('');
  const [isReading, setReading] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const check = async (text: string): Promise<void> => {
    const reply = await call('paper.check', { code: text, ...(expected === undefined ? {} : { expected }) });
    if (reply.ok) setAnswer({ tone: tones[reply.value.result], text: paperCheckSentence(reply.value) });
    else setAnswer({ tone: 'bad', text: messageOf(reply.failure) });
  };
  const read = async (): Promise<void> => {
    const found = await choosePaperPicture(() => {
      setAnswer(null);
      setReading(true);
    });
    setReading(false);
    if (found.state === 'closed') return;
    if (found.state !== 'read') setAnswer({ tone: 'warn', text: found.state === 'no-code' ? words.noCode : words.notPicture });
    else if (readPaperCode(found.text) === undefined) setAnswer({ tone: 'warn', text: words.otherCode });
    else await check(found.text);
  };
  const checkTyped = (): void => {
    if (code.trim() !== '') void check(code);
  };
  return (
    <section className="stack" aria-label={words.title}>
      <div className="row end">
        <TextInput
          w={420}
          label={`${words.title}: ${words.code.toLowerCase()}`}
          placeholder={words.codeHint}
          value={code}
          autoComplete="off"
          onChange={(event) => {
            setCode(event.currentTarget.value);
            setAnswer(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            checkTyped();
          }}
        />
        <Button variant="default" disabled={code.trim() === ''} onClick={checkTyped}>
          {words.check}
        </Button>
        <Button variant="default" loading={isReading} onClick={() => void read()}>
          {words.readPicture}
        </Button>
      </div>
      {answer === null ? null : (
        <Notice tone={answer.tone} role={answer.tone === 'plain' ? 'status' : 'alert'}>
          {answer.text}
        </Notice>
      )}
    </section>
  );
};
