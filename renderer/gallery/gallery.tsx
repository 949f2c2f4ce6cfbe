import { MantineProvider, SegmentedControl } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { words } from '#shared/text/screen-words.vi.ts';
import { looks, setLook, useLook } from '#renderer/components/look.ts';
import { SessionProvider, type Session } from '#renderer/session.tsx';
import { theme } from '#renderer/styles/theme.ts';
import { ButtonStates, DialogStates, FieldStates, NoticeStates, NumberStates } from './component-states.tsx';
import { TableStates } from './table-states.tsx';

const client = new QueryClient();

const session: Session = {
  summary: {
    state: 'open',
    folder: '',
    userCount: 1,
    office: null,
    user: null,
    installId: null,
    epoch: null,
    enrolled: false,
  },
  office: {
    id: '654',
    tier: 'district',
    unitId: '654',
    unitName: 'Huyện Krông Pắc',
    name: 'Phòng Tư pháp huyện Krông Pắc',
    asOf: '2019-12-01',
  },
  notify: () => undefined,
  lock: () => undefined,
  refresh: () => Promise.resolve(),
};

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="sheet padded stack" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

const LookChoice = () => (
  <SegmentedControl
    aria-label={words.look.colours}
    value={useLook()}
    data={looks.map((look) => ({ value: look, label: words.look[look] }))}
    onChange={(value) => {
      setLook(value);
    }}
  />
);

const Providers = ({ children }: { readonly children: ReactNode }) => (
  <MantineProvider theme={theme} forceColorScheme={useLook() === 'dark' ? 'dark' : 'light'}>
    <QueryClientProvider client={client}>
      <Router hook={useHashLocation}>
        <SessionProvider value={session}>{children}</SessionProvider>
      </Router>
    </QueryClientProvider>
  </MantineProvider>
);

/** Every component in every state, for those who develop; no part of the program. */
export const Gallery = () => (
  <Providers>
    <main className="main" style={{ padding: 24, overflow: 'auto', height: '100%' }}>
      <div className="stack">
        <div className="row">
          <h1>{words.product}</h1>
          <LookChoice />
        </div>
        <Part title="Button">
          <ButtonStates />
        </Part>
        <Part title="Field">
          <FieldStates />
        </Part>
        <Part title="Notice">
          <NoticeStates />
        </Part>
        <Part title="Badge, figure, meter">
          <NumberStates />
        </Part>
        <Part title="Dialog">
          <DialogStates />
        </Part>
        <TableStates />
      </div>
    </main>
  </Providers>
);
