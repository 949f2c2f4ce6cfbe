import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '#renderer/components/format.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

/** Offices, installations and keys that the province vouches for. */
export const TrustListScreen = () => {
  const { data } = useAnswer('trust.show', {});
  if (data === undefined) return null;
  if (data === null)
    return (
      <Page title={words.trust.title}>
        <div className="sheet">
          <Empty title={words.trust.emptyTitle} text={words.trust.emptyText} />
        </div>
      </Page>
    );
  return (
    <Page title={words.trust.title} note={`${words.trust.number} ${data.number}`}>
      <div className="stack">
        <div className="sheet padded">
          <div>{words.enrolment.own}</div>
          <div className="digits">{data.provinceFingerprint}</div>
        </div>
        <section className="sheet" aria-label={words.trust.title}>
          <table className="plain-table">
            <thead>
              <tr>
                <th>{words.trust.office}</th>
                <th>{words.trust.installation}</th>
                <th>{words.trust.grantedAt}</th>
                <th>{words.trust.state}</th>
              </tr>
            </thead>
            <tbody>
              {data.offices.flatMap((office) =>
                office.installations.map((one) => (
                  <tr key={one.installId}>
                    <td>
                      {office.officeId} - {office.name}
                    </td>
                    <td>{one.installId}</td>
                    <td>{formatTime(one.grantedAt)}</td>
                    <td>
                      {one.revoked ? (
                        <span className="badge bad">{words.trust.revoked}</span>
                      ) : (
                        <span className="badge good">{words.trust.active}</span>
                      )}
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </section>
      </div>
    </Page>
  );
};
