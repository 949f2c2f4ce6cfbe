import type { Status } from '#shared/contract/workspace-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '#renderer/components/format.ts';
import { Empty } from '#renderer/components/page.tsx';

const stateOf = (office: Status['offices'][number]) => {
  if (office.lastPackage === null) return <span className="badge warn">{words.home.never}</span>;
  return office.late ? (
    <span className="badge warn">{words.home.late}</span>
  ) : (
    <span className="badge good">{words.home.onTime}</span>
  );
};

/** The province's offices: who has sent, up to which package, who is late. */
export const OfficeTable = ({ offices }: { readonly offices: Status['offices'] }) => {
  if (offices.length === 0)
    return (
      <div className="sheet">
        <Empty title={words.home.offices} text={words.home.noOffices} />
      </div>
    );
  const received = offices.filter((office) => office.lastPackage !== null && !office.late).length;
  return (
    <section className="sheet" aria-label={words.home.offices}>
      <div style={{ padding: '12px 16px' }}>
        <div className="row">
          <strong>{words.home.offices}</strong>
          <span className="muted">
            {received}/{offices.length} {words.home.ofOffices} {words.home.received}
          </span>
        </div>
        <div
          className="bar"
          role="img"
          aria-label={`${received}/${offices.length} ${words.home.ofOffices} ${words.home.received}`}
          style={{ marginTop: 8 }}
        >
          <span style={{ width: `${(received / offices.length) * 100}%` }} />
        </div>
      </div>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{words.home.office}</th>
            <th>{words.home.state}</th>
            <th>{words.home.lastPackage}</th>
            <th>{words.home.receivedAt}</th>
            <th>{words.home.receipt}</th>
          </tr>
        </thead>
        <tbody>
          {offices.map((office) => (
            <tr key={office.officeId}>
              <td>
                {office.officeId} - {office.name}
              </td>
              <td>{stateOf(office)}</td>
              <td>
                {office.lastPackage?.seq ?? ''}
                {office.missing.length === 0 ? null : (
                  <span className="muted small">
                    {' '}
                    {words.home.skipped} {office.missing.join(', ')}
                  </span>
                )}
              </td>
              <td>{office.lastPackage === null ? '' : formatTime(office.lastPackage.receivedAt)}</td>
              <td>{office.lastReceiptNumber ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
