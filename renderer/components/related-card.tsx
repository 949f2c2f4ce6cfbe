import { Link } from 'wouter';
import type { RelatedRow } from '#shared/contract/desk-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { recordsText } from '../provenance/records-text.ts';
import { useAnswer } from '../rpc/use-engine.ts';
import { formatPartial } from './format.ts';
import { groupBy } from './group.ts';
import { addressOf } from './record-address.ts';
import { relatedGroup } from './related-group.ts';

const Title = ({ row }: { readonly row: RelatedRow }) => {
  const address = addressOf(row.opens.kind, row.opens.id);
  return address === undefined ? <span>{row.title}</span> : <Link href={address}>{row.title}</Link>;
};

type RelatedCardProps = { readonly kind: string; readonly id: string };

/** Everything of the books that refers to a record, group by group. */
export const RelatedCard = ({ kind, id }: RelatedCardProps) => {
  const { data } = useAnswer('record.related', { kind, id });
  if (data === undefined) return null;
  const groups = groupBy(data.rows, relatedGroup);
  return (
    <section className="sheet" aria-label={words.related.title} style={{ marginTop: 14 }}>
      <div className="sheet-head">
        <h2>{words.related.title}</h2>
      </div>
      {groups.size === 0 ? <p className="muted related-none">{words.related.none}</p> : null}
      {groups.size === 0 ? null : (
        <table className="plain-table">
          <tbody>
            {[...groups].map(([group, rows]) =>
              rows.map((row, index) => (
                <tr key={`${row.kind} ${row.id} ${row.field}`} data-records={recordsText(row)}>
                  {index === 0 ? (
                    <th scope="rowgroup" rowSpan={rows.length} className="related-group">
                      {group} <span className="muted">{rows.length > 1 ? rows.length : ''}</span>
                    </th>
                  ) : null}
                  <td className="break">
                    <Title row={row} />
                  </td>
                  <td className="muted break">{row.detail}</td>
                  <td style={{ whiteSpace: 'nowrap' }}>{formatPartial(row.day)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
    </section>
  );
};
