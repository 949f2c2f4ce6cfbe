import { useCallback, useMemo } from 'react';
import { gridWords } from '#shared/text/grid-words.vi.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { participantColumns, stickyParticipantNames } from './grid-columns.ts';
import { prepareParticipants } from './participant-rows.ts';
import { codeOptions, type OptionsOf } from './read-row.ts';
import { TypingGrid } from './typing-grid.tsx';
import type { ReadGridRow } from './grid-plan.ts';

const optionsOf: OptionsOf = (name) => codeOptions(participantColumns, name);

/** The list of a class as it was passed round, row by row: people of the books and guests. */
export const ParticipantGrid = ({ sessionId }: { readonly sessionId: string }) => {
  const { data } = useAnswer('session.get', { id: sessionId });
  const positions = useAnswer('record.values', { kind: 'participant', field: 'guestPosition' });
  const places = useAnswer('record.values', { kind: 'participant', field: 'guestUnit' });
  const typedBefore = useMemo(
    () => ({ guestPosition: positions.data?.values ?? [], guestUnit: places.data?.values ?? [] }),
    [positions.data, places.data],
  );
  const listed = useMemo(
    () => (data?.participants ?? []).flatMap(({ personId }) => (personId === null ? [] : [personId])),
    [data?.participants],
  );
  const prepare = useCallback(
    (rows: readonly ReadGridRow[]) => prepareParticipants(sessionId, rows, listed),
    [sessionId, listed],
  );
  return (
    <TypingGrid
      kind="participant"
      title={gridWords.participants.title}
      draftName={`grid participant ${sessionId}`}
      columns={participantColumns}
      nameColumn="fullName"
      sticky={stickyParticipantNames}
      optionsOf={optionsOf}
      typedBefore={typedBefore}
      isReady={data !== undefined}
      prepare={prepare}
      saved={gridWords.participants.saved}
      hint={gridWords.participants.hint}
      back={`/sessions/${sessionId}/people`}
    />
  );
};
