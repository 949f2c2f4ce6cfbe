import { words } from '#shared/text/screen-words.vi.ts';
import { TabLinks } from '#renderer/components/tab-links.tsx';

/** The sessions, and who has not been trained. */
export const SessionListTabs = () => (
  <TabLinks
    label={words.nav.sessions}
    links={[
      { address: '/sessions', label: words.sessions.list },
      { address: '/sessions/coverage', label: words.sessions.coverage },
    ]}
  />
);
