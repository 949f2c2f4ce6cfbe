import { Button, TextInput } from '@mantine/core';
import { words } from '#shared/text/screen-words.vi.ts';

type PathInputProps = {
  readonly label: string;
  readonly description?: string;
  readonly autoFocus?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Asks with the system's dialog. */
  readonly choose: () => Promise<string | null>;
};

/** A path: typed, or chosen with the system's dialog. */
export const PathInput = ({ label, description, autoFocus = false, value, onChange, choose }: PathInputProps) => (
  <div className="row end wide" style={{ flexWrap: 'nowrap' }}>
    <TextInput
      style={{ flex: 1 }}
      label={label}
      {...(description === undefined ? {} : { description })}
      withAsterisk
      autoFocus={autoFocus}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
    <Button
      variant="default"
      aria-label={`${words.common.choose} ${label}`}
      onClick={() => {
        void choose().then((path) => {
          if (path !== null) onChange(path);
        });
      }}
    >
      {words.common.choose}
    </Button>
  </div>
);
