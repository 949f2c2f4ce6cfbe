import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '#renderer/components/format.ts';
import { Notice } from '#renderer/components/notices.tsx';
import { call } from '#renderer/rpc/engine.ts';
import { takeWanted } from '#renderer/forms/wanted-draft.ts';
import { useForgetDrafts } from '#renderer/rpc/use-engine.ts';
import type { GridRow } from './grid-state.ts';

type Cells = readonly GridRow['cells'][];
type Found = { readonly cells: Cells; readonly savedAt: string };

const delay = 700;

/** Rows that were typed and not saved are kept in the encrypted database and offered when the grid is opened again. */
export const useGridDraft = (
  form: string,
  rows: readonly GridRow[],
  onTake: (cells: Cells) => void,
): { readonly notice: ReactNode; readonly drop: () => void } => {
  const [found, setFound] = useState<Found | null>(null);
  const forget = useForgetDrafts();
  const isLoaded = useRef(false);
  const isKept = useRef(false);
  const take = useRef(onTake);
  useEffect(() => {
    take.current = onTake;
  });
  useEffect(() => {
    void call('draft.find', { form }).then((reply) => {
      isLoaded.current = true;
      if (!reply.ok || reply.value.content === null || reply.value.savedAt === null) return;
      const cells = JSON.parse(reply.value.content) as Cells;
      if (takeWanted(form)) {
        isKept.current = true;
        take.current(cells);
      } else setFound({ cells, savedAt: reply.value.savedAt });
    });
  }, [form]);
  useEffect(() => {
    if (!isLoaded.current || found !== null || (rows.length === 0 && !isKept.current)) return undefined;
    const timer = setTimeout(() => {
      isKept.current = rows.length > 0;
      const work =
        rows.length === 0
          ? call('draft.remove', { form })
          : call('draft.save', { form, content: JSON.stringify(rows.map((row) => row.cells)) });
      void work.then(forget);
    }, delay);
    return () => {
      clearTimeout(timer);
    };
  }, [form, rows, found, forget]);
  const drop = useCallback(() => {
    isKept.current = false;
    setFound(null);
    void call('draft.remove', { form }).then(forget);
  }, [form, forget]);
  const notice =
    found === null ? null : (
      <Notice tone="warn">
        <div className="row">
          <span>{words.form.draftFound(formatTime(found.savedAt))}</span>
          <Button
            size="xs"
            onClick={() => {
              onTake(found.cells);
              isKept.current = true;
              setFound(null);
            }}
          >
            {words.form.useDraft}
          </Button>
          <Button size="xs" variant="default" onClick={drop}>
            {words.form.dropDraft}
          </Button>
        </div>
      </Notice>
    );
  return { notice, drop };
};
