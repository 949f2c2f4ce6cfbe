import type { Status } from '#shared/contract/workspace-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useAnswer } from '../rpc/use-engine.ts';
import { useSession } from '../session.tsx';
import { formatTime } from './format.ts';

type Item = { readonly key: string; readonly text: string; readonly isOpen: boolean };

/** What the newest package is, and up to which package the province has confirmed: "exported" is never shown as "received". */
const packageItems = (status: Status): readonly Item[] => {
  if (!status.enrolled) return [{ key: 'enrolled', text: words.status.notEnrolled, isOpen: true }];
  if (status.lastPackage === null) return [{ key: 'package', text: words.status.noPackage, isOpen: true }];
  const { seq, confirmedAt } = status.lastPackage;
  if (confirmedAt !== null) return [{ key: 'package', text: words.status.received(seq), isOpen: false }];
  const confirmed = status.lastReceipt?.seq ?? null;
  return [
    { key: 'package', text: words.status.exported(seq), isOpen: true },
    ...(confirmed === null ? [] : [{ key: 'confirmed', text: words.status.confirmedTo(confirmed), isOpen: false }]),
  ];
};

const districtItems = (status: Status): readonly Item[] => [
  status.unsentChanges === 0 && status.lastPackage !== null
    ? { key: 'unsent', text: words.status.allSent, isOpen: false }
    : { key: 'unsent', text: words.status.unsent(status.unsentChanges), isOpen: true },
  ...packageItems(status),
];

const provinceItems = (status: Status): readonly Item[] => {
  const received = status.offices.filter((one) => one.lastPackage !== null).length;
  return [
    { key: 'offices', text: words.status.offices(received, status.offices.length), isOpen: received < status.offices.length },
  ];
};

/** Always says what is unsent and up to which package the province has confirmed. */
export const StatusBar = () => {
  const { office } = useSession();
  const { data: status } = useAnswer('status.get', {});
  if (status === undefined) return <footer className="status" />;
  const items = [
    ...(office.tier === 'province' ? provinceItems(status) : districtItems(status)),
    status.lastBackupAt === null
      ? { key: 'backup', text: words.status.noBackup, isOpen: true }
      : { key: 'backup', text: words.status.backup(formatTime(status.lastBackupAt)), isOpen: false },
  ];
  return (
    <footer className="status">
      {items.map((item) => (
        <span key={item.key}>
          <i className={item.isOpen ? 'dot warn' : 'dot'} aria-hidden="true" />
          {item.text}
        </span>
      ))}
      <span className="right">{words.status.keys}</span>
    </footer>
  );
};
