import { useCallback } from 'react';
import { gridWords } from '#shared/text/grid-words.vi.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { stickyUnitNames, unitColumns } from './grid-columns.ts';
import { codeOptions, type OptionsOf } from './read-row.ts';
import { TypingGrid } from './typing-grid.tsx';
import type { ReadGridRow } from './grid-plan.ts';

const nothing = {};
const asTyped = (rows: readonly ReadGridRow[]): readonly ReadGridRow[] => rows;

/** All thôn, buôn, tổ dân phố of a commune, row by row. */
export const UnitGrid = () => {
  const communes = useAnswer('catalogue.officeCommunes', {});
  const units = communes.data;
  const optionsOf = useCallback<OptionsOf>(
    (name) =>
      name === 'communeId'
        ? (units ?? []).map((unit) => ({ value: unit.id, label: unit.fullName }))
        : codeOptions(unitColumns, name),
    [units],
  );
  return (
    <TypingGrid
      kind="residential-unit"
      title={gridWords.units.title}
      draftName="grid residential-unit"
      columns={unitColumns}
      nameColumn="name"
      sticky={stickyUnitNames}
      optionsOf={optionsOf}
      typedBefore={nothing}
      isReady={units !== undefined}
      prepare={asTyped}
      saved={gridWords.units.saved}
      back="/records/residential-unit"
    />
  );
};
