import { words } from '#shared/text/screen-words.vi.ts';
import { TabLinks } from '#renderer/components/tab-links.tsx';

const { tabs } = words.duplicates;

/** What the books are checked for. */
export const IdentityTabs = () => (
  <TabLinks
    label={words.nav.findings}
    links={[
      { address: '/findings', label: tabs.findings },
      { address: '/duplicates', label: tabs.duplicates },
      { address: '/duplicates/decided', label: tabs.decided },
    ]}
  />
);
