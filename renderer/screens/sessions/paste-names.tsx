import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { NameMatch, ResolvedName } from '#shared/contract/session-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatPartial } from '#renderer/components/format.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { call } from '#renderer/rpc/engine.ts';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import type { Failure } from '#shared/contract/failure.ts';

const text = words.addPeople;

type PasteNamesProps = { readonly sessionId: string; readonly onChange: (personIds: readonly string[]) => void };

type Choices = Readonly<Record<number, string>>;

const describe = (match: NameMatch): string =>
  [match.fullName, formatPartial(match.birthDate), match.teamName, match.communeName].filter((part) => part !== '').join(', ');

/** One person is taken; of several with the same name nobody, until somebody is chosen. */
const firstChoices = (lines: readonly ResolvedName[]): Choices =>
  Object.fromEntries(lines.flatMap((line) => (line.matches.length === 1 ? [[line.line, line.matches[0]?.personId ?? '']] : [])));

/** A list pasted from Excel or Word: who of it is in the books, who bears a common name, who is unknown. */
export const PasteNames = ({ sessionId, onChange }: PasteNamesProps) => {
  const { notify } = useSession();
  const [pasted, setPasted] = useState('');
  const [lines, setLines] = useState<readonly ResolvedName[] | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const put = useWork('record.put');
  const status = useRef<HTMLSpanElement>(null);
  const isRead = lines !== null;
  // The button that was pressed is gone: the keyboard goes on with what was found.
  useEffect(() => {
    if (isRead) status.current?.focus();
  }, [isRead]);
  const take = (next: Choices): void => {
    setChoices(next);
    onChange([...new Set(Object.values(next).filter((id) => id !== ''))]);
  };
  const read = (): void => {
    void call('session.resolveNames', { text: pasted }).then((reply) => {
      setFailure(reply.ok ? null : reply.failure);
      if (!reply.ok) return;
      setLines(reply.value.lines);
      take(firstChoices(reply.value.lines));
    });
  };
  const addGuests = (guests: readonly ResolvedName[]): void => {
    void put.run({ kind: 'participant', lines: guests.map((guest) => ({ sessionId, guestName: guest.name })) }).then((reply) => {
      if (!reply.ok) return;
      notify(text.added(guests.length));
      setLines((now) => now?.filter((line) => !guests.includes(line)) ?? null);
    });
  };
  if (lines === null)
    return (
      <div className="stack">
        <FailureNotice failure={failure} />
        <Textarea
          label={text.paste}
          description={text.pasteHint}
          minRows={8}
          maxRows={14}
          value={pasted}
          onChange={(event) => {
            setPasted(event.currentTarget.value);
          }}
        />
        <div className="row">
          <Button variant="default" disabled={pasted.trim() === ''} onClick={read}>
            {text.read}
          </Button>
        </div>
      </div>
    );
  const unknown = lines.filter((line) => line.matches.length === 0);
  const several = lines.filter((line) => line.matches.length > 1);
  return (
    <div className="stack">
      <FailureNotice failure={put.failure} />
      <div className="row">
        <span role="status" ref={status} tabIndex={-1} style={{ outline: 'none' }}>
          {text.found(lines.length - unknown.length - several.length, several.length, unknown.length)}
        </span>
        {unknown.length === 0 ? null : (
          <Button
            size="xs"
            variant="default"
            loading={put.isRunning}
            onClick={() => {
              addGuests(unknown);
            }}
          >
            {text.asGuest} ({unknown.length})
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setLines(null);
            take({});
          }}
        >
          {words.common.back}
        </Button>
      </div>
      <div className="pick-list">
        <table className="plain-table">
          <thead>
            <tr>
              <th className="number">{text.line}</th>
              <th>{text.typed}</th>
              <th>{text.inBooks}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.line}>
                <td className="number muted">{line.line}</td>
                <td className="break">{line.text}</td>
                <td>
                  {line.matches.length === 0 ? <span className="badge warn">{text.unknown}</span> : null}
                  {line.matches.length === 1 && line.matches[0] ? describe(line.matches[0]) : null}
                  {line.matches.length > 1 ? (
                    <NativeSelect
                      size="xs"
                      aria-label={`${text.several}: ${line.name}`}
                      value={choices[line.line] ?? ''}
                      onChange={(event) => {
                        take({ ...choices, [line.line]: event.currentTarget.value });
                      }}
                    >
                      <option value="">{text.several}</option>
                      {line.matches.map((match) => (
                        <option key={match.personId} value={match.personId}>
                          {describe(match)}
                        </option>
                      ))}
                    </NativeSelect>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
