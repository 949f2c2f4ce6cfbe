import type { Status } from '#shared/contract/workspace-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { formatTime } from '#renderer/components/format.ts';

type Step = { readonly title: string; readonly text: string; readonly state: 'done' | 'waiting' | '' };

/** Books that were brought back may lack what was sent before: no station is reached until they have been sent and answered again. */
const afterRestore = ({ restoredAt }: Status, step: Step): Step =>
  restoredAt === null ? step : { ...step, state: step.state === '' ? '' : 'waiting' };

const typedStep = ({ unsentChanges, lastPackage, restoredAt }: Status): Step => ({
  title: words.home.wayTyped,
  text:
    restoredAt !== null
      ? words.home.wayRestored
      : unsentChanges === 0 && lastPackage !== null
        ? words.home.wayAllSent
        : words.home.wayUnsent(formatCount(unsentChanges)),
  state: unsentChanges === 0 && lastPackage !== null ? 'done' : 'waiting',
});

const exportedStep = ({ lastPackage }: Status): Step => ({
  title: words.home.wayExported,
  text: lastPackage === null ? words.home.wayNone : words.home.wayPackage(lastPackage.seq, formatTime(lastPackage.createdAt)),
  state: lastPackage === null ? '' : lastPackage.confirmedAt === null ? 'waiting' : 'done',
});

const receivedStep = ({ lastReceipt, lastPackage }: Status): Step => ({
  title: words.home.wayReceived,
  text: lastReceipt?.seq == null ? words.home.wayWaiting : words.home.wayConfirmed(lastReceipt.seq, lastReceipt.number),
  state: lastReceipt?.seq == null ? '' : lastPackage?.confirmedAt == null ? 'waiting' : 'done',
});

/** Three stations: typed, exported, received. Only a receipt lights the last one. */
export const WayToProvince = ({ status }: { readonly status: Status }) => (
  <section aria-label={words.home.way} className="sheet">
    <div className="sheet-head">
      <h2>{words.home.way}</h2>
    </div>
    <ol className="way">
      {[typedStep(status), exportedStep(status), receivedStep(status)]
        .map((step) => afterRestore(status, step))
        .map((step) => (
          <li key={step.title} className={step.state}>
            <strong>{step.title}</strong>
            <div className="muted">{step.text}</div>
          </li>
        ))}
    </ol>
  </section>
);
