import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { ParticipantRow } from '#shared/contract/session-methods.ts';
import { call } from '#renderer/rpc/engine.ts';

type Answer = OutputOf<'session.get'>;
export type Mark = { readonly participantId: string; readonly sitting: number; readonly present: boolean };

const marked = (row: ParticipantRow, marks: readonly Mark[]): ParticipantRow => {
  const own = marks.filter((mark) => mark.participantId === row.id);
  if (own.length === 0) return row;
  const taken = new Set(row.present);
  for (const { sitting, present } of own)
    if (present) taken.add(sitting);
    else taken.delete(sitting);
  return { ...row, present: [...taken].sort((a, b) => a - b) };
};

export type Marks = {
  readonly mark: (marks: readonly Mark[]) => void;
  /** Changes fields of one participant. */
  readonly change: (id: string, values: Readonly<Partial<ParticipantRow>>) => void;
  readonly failure: Failure | null;
};

/** What is ticked or typed in the grid shows at once and is written behind it; what could not be written is shown as it is in the books. */
export const useMarks = (sessionId: string): Marks => {
  const client = useQueryClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const show = useCallback(
    (turn: (row: ParticipantRow) => ParticipantRow) => {
      client.setQueryData<Answer>(['session.get', { id: sessionId }], (answer) =>
        answer === undefined ? answer : { ...answer, participants: answer.participants.map(turn) },
      );
    },
    [client, sessionId],
  );
  const settle = useCallback(
    (refused: Failure | null) => {
      setFailure(refused);
      void client.invalidateQueries(refused === null ? { predicate: ({ queryKey }) => queryKey[0] !== 'session.get' } : {});
    },
    [client],
  );
  const mark = useCallback(
    (marks: readonly Mark[]) => {
      show((row) => marked(row, marks));
      void call('session.markPresence', { marks: [...marks] }).then((reply) => {
        settle(reply.ok ? null : reply.failure);
      });
    },
    [show, settle],
  );
  const change = useCallback(
    (id: string, values: Readonly<Partial<ParticipantRow>>) => {
      show((row) => (row.id === id ? { ...row, ...values } : row));
      void call('record.put', { kind: 'participant', lines: [{ id, ...values }] }).then((reply) => {
        settle(reply.ok ? null : reply.failure);
      });
    },
    [show, settle],
  );
  return { mark, change, failure };
};
