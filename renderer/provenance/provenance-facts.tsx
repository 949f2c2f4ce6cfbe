import type { ProvenanceCard, ValueVersion } from '#shared/contract/provenance-methods.ts';
import {
  carrierText,
  confirmationText,
  provenanceWords as words,
  timeText,
  versionFacts,
} from '#shared/text/provenance-words.vi.ts';

type VersionTableProps = { readonly title: string; readonly tone?: 'warn'; readonly versions: readonly ValueVersion[] };

const heads = [
  [words.value, '30%'],
  [words.writtenAt, '26%'],
  [words.reason, '16%'],
  [words.carrier, '28%'],
] as const;

/** Values one under the other; long ones scroll by keyboard. */
const VersionTable = ({ title, tone, versions }: VersionTableProps) => (
  <section aria-label={title}>
    <h3>
      {title} <span className={tone === 'warn' ? 'badge warn' : 'muted'}>{words.count(versions.length)}</span>
    </h3>
    <div className="sheet history-scroll" tabIndex={0} role="group" aria-label={title}>
      <table className="plain-table">
        <thead>
          <tr>
            {heads.map(([head, width]) => (
              <th key={head} style={{ width }}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={`${version.replica} ${version.n}`}>
              <td className="break">{version.text === '' ? words.blank : version.text}</td>
              <td className="small">
                {version.at === null ? words.noLog : timeText(version.at)}
                <div>{version.authorName}</div>
                <div className="muted break">{words.origin(version.officeName, version.installId, version.n)}</div>
              </td>
              <td className="small break">{version.reason ?? words.noReason}</td>
              <td className="small break">
                {carrierText(version.carrier, true)}
                <div className="muted">{confirmationText(version.confirmation)}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);

/** What one card says. */
export const ProvenanceFacts = ({ card }: { readonly card: ProvenanceCard }) => (
  <>
    <section aria-label={words.current}>
      <h3>{words.current}</h3>
      {card.current === null ? (
        <div>{words.never}</div>
      ) : (
        <dl className="facts" style={{ margin: 0 }}>
          {versionFacts(card.current).flatMap(([label, text]) => [
            <dt key={label}>{label}</dt>,
            <dd key={`${label} text`} className="break">
              {text}
            </dd>,
          ])}
        </dl>
      )}
    </section>
    {card.beside.length === 0 ? null : <VersionTable title={words.beside} tone="warn" versions={card.beside} />}
    {card.current === null ? null : card.earlier.length === 0 ? (
      <div className="muted">{words.nothingBefore}</div>
    ) : (
      <VersionTable title={words.earlier} versions={card.earlier} />
    )}
  </>
);
