import type { ReactNode } from 'react';

/** Line drawings of 18 x 18, drawn for this application. */
const drawings = {
  home: <path d="M3 8.5 9 3.5l6 5M4.5 7.5v7h3.5v-4h2v4h3.5v-7" />,
  team: (
    <>
      <circle cx="9" cy="6" r="2.3" />
      <path d="M4.8 14.5c0-2.6 1.8-4.2 4.2-4.2s4.2 1.6 4.2 4.2M3.6 9.3c-1 .5-1.6 1.5-1.6 2.9M14.4 9.3c1 .5 1.6 1.5 1.6 2.9" />
    </>
  ),
  person: (
    <>
      <circle cx="9" cy="6" r="2.7" />
      <path d="M3.8 15c0-3 2.2-4.8 5.2-4.8s5.2 1.8 5.2 4.8" />
    </>
  ),
  check: <path d="M3 4.5h7M3 9h4M3 13.5h4M9.5 11.5l2 2 4-5" />,
  print: <path d="M5.5 7V3h7v4M5.5 12.5h-2v-5.5h11v5.5h-2M5.5 10.5h7V15h-7z" />,
  send: <path d="M9 11V3M6 6l3-3 3 3M3 10.5V15h12v-4.5" />,
  receive: <path d="M9 3v8M6 8l3 3 3-3M3 10.5V15h12v-4.5" />,
  receipt: <path d="M4.5 2.8h9v12.4l-1.8-1.2-1.4 1.2L9 14l-1.3 1.2L6.3 14l-1.8 1.2zM7 6.3h4M7 9.3h4" />,
  enrol: (
    <>
      <rect x="2.5" y="4" width="13" height="10" rx="1.2" />
      <path d="M5 11.5c.3-1.2 1-1.8 2-1.8s1.7.6 2 1.8M11 7.5h2.5M11 10.5h2.5" />
      <circle cx="7" cy="7.7" r="1" />
    </>
  ),
  trust: <path d="M9 2.8 14.5 5v4c0 3-2.2 5.3-5.5 6.3C5.7 14.3 3.5 12 3.5 9V5zM6.5 9l1.8 1.8 3.2-3.6" />,
  backup: (
    <path d="M3 5.5c0-1.3 2.7-2 6-2s6 .7 6 2-2.7 2-6 2-6-.7-6-2zM3 5.5v7c0 1.3 2.7 2 6 2s6-.7 6-2v-7M3 9c0 1.3 2.7 2 6 2s6-.7 6-2" />
  ),
  settings: (
    <>
      <path d="M3 5.5h5M12 5.5h3M3 12.5h3M10 12.5h5" />
      <circle cx="10" cy="5.5" r="1.8" />
      <circle cx="8" cy="12.5" r="1.8" />
    </>
  ),
  help: (
    <>
      <circle cx="9" cy="9" r="6.3" />
      <path d="M7.2 7.2c.1-1 .8-1.6 1.8-1.6s1.8.6 1.8 1.5c0 1.2-1.8 1.3-1.8 2.7M9 12.2v.2" />
    </>
  ),
  lock: <path d="M5.5 8V6a3.5 3.5 0 0 1 7 0v2M4 8h10v6.5H4z" />,
  search: (
    <>
      <circle cx="8" cy="8" r="4.5" />
      <path d="m11.5 11.5 3.5 3.5" />
    </>
  ),
  folder: <path d="M2.5 4.5h4.5l1.5 1.8h7v8h-13z" />,
  restore: <path d="M4 6.5A5.8 5.8 0 1 1 3.2 10M4 3.5v3h3M9 6v3.2l2 1.3" />,
  office: <path d="M3 15V7.5L9 3l6 4.5V15M2 15h14M6 9.5v5M9 9.5v5M12 9.5v5" />,
  places: <path d="M9 15.5S4.5 11 4.5 7.5a4.5 4.5 0 0 1 9 0C13.5 11 9 15.5 9 15.5zM7.5 7.5h3" />,
  paper: <path d="M4.5 2.5h6l3 3v10h-9zM10.5 2.5v3h3M6.5 9h5M6.5 12h5" />,
  board: <path d="M2.5 3.5h13v8.5h-13zM5 6.3h5M5 9h3M6.5 15l2.5-3 2.5 3" />,
  award: (
    <>
      <circle cx="9" cy="7" r="4.2" />
      <path d="M6.6 10.5 5.5 15.5 9 13.8l3.5 1.7-1.1-5M9 5l.7 1.4 1.5.2-1.1 1 .3 1.5L9 8.4l-1.4.7.3-1.5-1.1-1 1.5-.2z" />
    </>
  ),
  card: (
    <>
      <rect x="2.5" y="4" width="13" height="10.5" rx="1.2" />
      <path d="M2.5 7h13M5 10h4M5 12h2.5M11.5 10h1.5" />
    </>
  ),
  teach: <path d="M2.5 6.5 9 3.5l6.5 3L9 9.5zM5 8v4c1 .9 2.5 1.3 4 1.3s3-.4 4-1.3V8M15.5 6.5V11" />,
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof drawings;

export const Icon = ({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.3"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {drawings[name]}
  </svg>
);

/** The sign of the application: a ledger whose pages meet in the middle. */
export const Sign = ({ size = 24 }: { readonly size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M12 6c-2-1.6-5-2.2-9-2v14c4-.2 7 .4 9 2 2-1.6 5-2.2 9-2V4c-4-.2-7 .4-9 2zM12 6v14" />
    <path d="M6 8.5c1.2.1 2.2.3 3 .7M6 12c1.2.1 2.2.3 3 .7M18 8.5c-1.2.1-2.2.3-3 .7M18 12c-1.2.1-2.2.3-3 .7" />
  </svg>
);
