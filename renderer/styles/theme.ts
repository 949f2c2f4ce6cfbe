import { Button, createTheme, Input, type MantineColorsTuple } from '@mantine/core';

/** Deep green of office ledgers; the only accent. */
const ledger: MantineColorsTuple = [
  '#eef6f3',
  '#dceae5',
  '#b5d5ca',
  '#8abfae',
  '#66ac95',
  '#4fa086',
  '#3a8d74',
  '#1f6f58',
  '#175b48',
  '#0c4536',
];

/** What Mantine draws by itself in the dark: text first, sheets in the middle, depth last. */
const dusk: MantineColorsTuple = [
  '#e6ece9',
  '#c8d3ce',
  '#a9b6b0',
  '#7d8b85',
  '#56655f',
  '#36433e',
  '#1c2421',
  '#1c2421',
  '#141a18',
  '#0e1613',
];

const sans = '"Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif';

/** Heights in pixels: dense enough for 1366 x 768, tall enough for letters with two marks. */
const small = { '--button-height': '27px', '--button-padding-x': '10px', '--button-fz': '12.5px' };
const normal = { '--button-height': '32px', '--button-padding-x': '14px', '--button-fz': '13px' };

export const theme = createTheme({
  primaryColor: 'ledger',
  primaryShade: 7,
  colors: { ledger, dark: dusk },
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, { size }) => ({ root: size === 'xs' ? small : normal }),
    }),
    Input: Input.extend({
      vars: (_theme, { size }) => ({
        wrapper: {
          '--input-height': size === 'xs' ? '28px' : '32px',
          '--input-size': size === 'xs' ? '28px' : '32px',
          '--input-fz': size === 'xs' ? '13px' : '14px',
          '--input-padding': '10px',
        },
      }),
    }),
    TextInput: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2 } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'xs' } },
  },
});
