import { PasswordInput } from '@mantine/core';
import { words } from '#shared/text/screen-words.vi.ts';

type SecretInputProps = {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
};

/** A password, hidden until somebody asks to see it. */
export const SecretInput = ({ label, description, value, autoFocus = false, required = false, onChange }: SecretInputProps) => (
  <PasswordInput
    label={label}
    {...(description === undefined ? {} : { description })}
    withAsterisk={required}
    value={value}
    autoFocus={autoFocus}
    autoComplete="off"
    visibilityToggleButtonProps={{ 'aria-label': words.common.showPassword }}
    onChange={(event) => {
      onChange(event.currentTarget.value);
    }}
  />
);
