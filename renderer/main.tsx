import '@mantine/core/styles.css';
import './styles/tokens.css';
import './styles/frame.css';
import './styles/page.css';
import './styles/table.css';
import './styles/import.css';
import './styles/form.css';
import './styles/home.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { tellLook, useLook } from './components/look.ts';
import { theme } from './styles/theme.ts';

const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, staleTime: 60_000, networkMode: 'always', throwOnError: true },
  },
});

const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';

const Looking = ({ children }: { readonly children: ReactNode }) => (
  <MantineProvider theme={theme} getStyleNonce={() => nonce} forceColorScheme={useLook() === 'dark' ? 'dark' : 'light'}>
    {children}
  </MantineProvider>
);

tellLook();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <Looking>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </Looking>,
  );
