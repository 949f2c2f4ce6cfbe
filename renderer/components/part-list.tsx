import type { WrittenPart } from '#shared/contract/exchange-methods.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { fileNameOf } from './file-name.ts';

type PartListProps = { readonly title: (count: number) => string; readonly parts: readonly WrittenPart[] };

/** Part files beside a package, receipt or grant: to be sent with it. Nothing where there is none. */
export const PartList = ({ title, parts }: PartListProps) =>
  parts.length === 0 ? null : (
    <div style={{ marginBottom: 8 }}>
      <strong>{title(parts.length)}</strong>
      <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
        {parts.map(({ file, fileCount }) => (
          <li key={file} className="break">
            {attachmentWords.parts.line(fileNameOf(file), fileCount)}
          </li>
        ))}
      </ul>
    </div>
  );
