import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { Empty } from '#renderer/components/page.tsx';
import { useLocalList } from '#renderer/components/use-list.ts';
import { CallFailure } from '#renderer/rpc/engine.ts';

type Row = { readonly id: string; readonly name: string; readonly commune: string; readonly count: number };

const rows: readonly Row[] = Array.from({ length: 100_000 }, (_, index) => ({
  id: String(index),
  name: index % 3 === 0 ? 'H’ Bluên Niê Kdăm Mlô Duôn Du' : `Tổ hòa giải thôn ${index + 1}`,
  commune: `Xã số ${index % 12}`,
  count: index,
}));

const columns: readonly Column<Row>[] = [
  { key: 'name', title: 'Tên', width: 'minmax(180px, 2fr)', cell: (row) => row.name },
  { key: 'commune', title: 'Xã', width: 'minmax(120px, 1fr)', cell: (row) => row.commune },
  { key: 'count', title: 'Số', width: '90px', number: true, cell: (row) => row.count },
];

const groups = [{ key: 'commune', title: 'Xã', of: (row: Row) => row.commune }];
const idOf = (row: Row): string => row.id;
const failed = new CallFailure({ code: 'engine-stopped' });

type StateProps = { readonly name: string; readonly data: readonly Row[] | undefined; readonly error?: Error | null };

const State = ({ name, data, error = null }: StateProps) => {
  const list = useLocalList<Row>({ name: `gallery-${name}`, columns, groups, data, rowId: idOf, error });
  return (
    <section aria-label={name} style={{ display: 'flex', flexDirection: 'column', height: 320 }}>
      <h2>DataTable, {name}</h2>
      <DataTable label={name} list={list} empty={<Empty title="Chưa có tổ hòa giải nào" />} />
    </section>
  );
};

/** A list of 100,000 rows, one on its way, one with nothing in it, one that failed. */
export const TableStates = () => (
  <>
    <State name="100,000 rows" data={rows} />
    <State name="loading" data={undefined} />
    <State name="empty" data={[]} />
    <State name="failed" data={undefined} error={failed} />
  </>
);
