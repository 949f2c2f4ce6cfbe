import { words } from '#shared/text/screen-words.vi.ts';
import { TabLinks } from '#renderer/components/tab-links.tsx';

type SessionTabsProps = { readonly id: string; readonly participantCount?: number };

/** The three parts of a session. */
export const SessionTabs = ({ id, participantCount }: SessionTabsProps) => (
  <TabLinks
    label={words.sessions.title}
    links={[
      { address: `/sessions/${id}`, label: words.sessions.tabs.plan },
      { address: `/sessions/${id}/programme`, label: words.sessions.tabs.programme },
      {
        address: `/sessions/${id}/people`,
        label: words.sessions.tabs.people,
        ...(participantCount === undefined ? {} : { count: String(participantCount) }),
      },
    ]}
  />
);
