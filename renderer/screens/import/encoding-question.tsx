import { Button } from '@mantine/core';
import type { ImportSheet, SheetChoice } from '#shared/contract/import-methods.ts';
import { encodings } from '#shared/import/encoding.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { SettledSelect } from './settled-select.tsx';

const text = words.importing;

type EncodingQuestionProps = {
  readonly sheet: ImportSheet;
  readonly choice: SheetChoice;
  readonly onChange: (choice: SheetChoice) => void;
};

/** Where the text of the file may be in an old code: what it says and how it is read. */
export const EncodingQuestion = ({ sheet, choice, onChange }: EncodingQuestionProps) => {
  const { encoding, reason, needsAnswer, samples } = sheet.encoding;
  return (
    <div className={needsAnswer ? 'notice warn' : 'notice'} role="status">
      {needsAnswer ? <p>{text.encodingQuestion}</p> : null}
      <div className="row">
        <SettledSelect
          w={180}
          size="xs"
          aria-label={text.encoding}
          value={encoding}
          onSettle={(typed) => {
            const chosen = encodings.find((one) => one === typed);
            if (chosen) onChange({ ...choice, encoding: chosen });
          }}
        >
          {encodings.map((one) => (
            <option key={one} value={one}>
              {text.encodings[one]}
            </option>
          ))}
        </SettledSelect>
        {needsAnswer ? (
          <Button
            size="xs"
            onClick={() => {
              onChange({ ...choice, encoding });
            }}
          >
            {text.accept}
          </Button>
        ) : (
          <span className="muted small">{text.encodingReasons[reason]}</span>
        )}
      </div>
      <div className="row" style={{ marginTop: 6 }}>
        {samples.slice(0, needsAnswer ? 3 : 1).map((sample) => (
          <span key={sample.before} className="sample">
            <span className="muted">{sample.before}</span> → <strong>{sample.after}</strong>
          </span>
        ))}
      </div>
    </div>
  );
};
