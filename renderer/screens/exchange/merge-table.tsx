import type { MergeResult } from '#shared/contract/views.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { fileNameOf } from '#renderer/components/file-name.ts';

const tones: Readonly<Record<MergeResult['status'], string>> = {
  preview: 'badge warn',
  applied: 'badge good',
  'already-received': 'badge',
  refused: 'badge bad',
};

type PartCellsProps = {
  readonly part: NonNullable<MergeResult['part']>;
  readonly officeName: string | null;
  readonly seq: number | null;
};

/** A part file has no records: which part it is of what, and what it brings. */
const PartCells = ({ part, officeName, seq }: PartCellsProps) => (
  <>
    <td>{officeName ?? ''}</td>
    <td>{seq}</td>
    <td colSpan={5}>
      {attachmentWords.parts.of(part, seq)}: {attachmentWords.parts.brings(part.fileCount, part.newCount)}
    </td>
  </>
);

type MergeTableProps = {
  readonly results: readonly MergeResult[];
  readonly chosen: string | null;
  readonly onChoose: (file: string) => void;
};

/** One line a file: who sent it, what it would do or has done, or why it was not accepted. */
export const MergeTable = ({ results, chosen, onChoose }: MergeTableProps) => (
  <section
    className="sheet"
    aria-label={words.inbox.title}
    style={{ overflow: 'auto', maxHeight: '42%', flexShrink: 0 }}
    tabIndex={0}
  >
    <table className="plain-table sticky">
      <thead>
        <tr>
          <th>{words.inbox.result}</th>
          <th>{words.inbox.file}</th>
          <th>{words.inbox.office}</th>
          <th>{words.inbox.seq}</th>
          <th className="number">{words.inbox.added}</th>
          <th className="number">{words.inbox.changed}</th>
          <th className="number">{words.inbox.removed}</th>
          <th className="number">{words.inbox.conflict}</th>
          <th>{words.inbox.code}</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr key={result.file} className={result.file === chosen ? 'chosen' : undefined}>
            <td>
              <span className={tones[result.status]}>{words.inbox.statuses[result.status]}</span>
            </td>
            <td>
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  onChoose(result.file);
                }}
              >
                {fileNameOf(result.file)}
              </button>
            </td>
            {result.status === 'refused' ? (
              <td colSpan={7}>{result.message}</td>
            ) : result.part !== null ? (
              <PartCells part={result.part} officeName={result.officeName} seq={result.seq} />
            ) : (
              <>
                <td>
                  {result.officeName ?? ''}
                  {result.approver === null ? null : <div className="muted small">{words.inbox.approver(result.approver)}</div>}
                  {result.missingFiles.length === 0 ? null : (
                    <div className="small">
                      <span className="badge warn">{attachmentWords.missing.count(result.missingFiles.length)}</span>
                    </div>
                  )}
                  {result.missing.length === 0 ? null : (
                    <div className="muted small">{words.inbox.missing(result.missing.join(', '))}</div>
                  )}
                </td>
                <td>{result.seq}</td>
                <td className="number">{formatCount(result.counts.added)}</td>
                <td className="number">{formatCount(result.counts.changed)}</td>
                <td className="number">{formatCount(result.counts.removed)}</td>
                <td className="number">
                  {result.counts.conflict === 0 ? 0 : <span className="badge bad">{formatCount(result.counts.conflict)}</span>}
                </td>
                <td className="small">{result.code}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
