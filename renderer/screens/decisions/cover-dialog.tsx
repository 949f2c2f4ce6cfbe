import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ceaseReasons } from '#shared/catalogue/code-lists.ts';
import type { RecordView } from '#shared/contract/views.ts';
import { formatDate, parseTypedDate } from '#shared/domain/date.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { fold, formatCount } from '#shared/text/vietnamese.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatPartial } from '#renderer/components/format.ts';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { issueMessage } from '#shared/text/messages.vi.ts';

const text = words.decisions;

type As = keyof typeof text.asNames;

const asOf: Readonly<Record<string, As>> = { 'leader-recognised': 'leader', 'mediator-ceased': 'ceased' };

type Typed = { readonly day: string; readonly ceaseReason: string };

/** What the decision writes into one membership. Law 35/2013/QH13, articles 8, 11 and 14. */
const valuesOf = (decisionId: string, as: As, { day, ceaseReason }: Typed): Readonly<Record<string, unknown>> =>
  ({
    recognised: { decisionId, recognizedOn: day },
    leader: { leaderDecisionId: decisionId, role: 'leader' },
    ceased: { ceaseDecisionId: decisionId, ceasedOn: day, ceaseReason },
  })[as];

/** More than anybody looks through; a name or a commune narrows them. */
const shownAtMost = 300;

type CoverDialogProps = { readonly decision: RecordView; readonly covered: ReadonlySet<string>; readonly onClose: () => void };

/** One decision for many mediators at once: choose them, see them, write. */
export const CoverDialog = ({ decision, covered, onClose }: CoverDialogProps) => {
  const { office, notify } = useSession();
  const decidedOn = typeof decision.values.decidedOn === 'string' ? decision.values.decidedOn : '';
  const commune = decision.values.communeId;
  const [as, setAs] = useState<As>(asOf[String(decision.values.kind)] ?? 'recognised');
  const [day, setDay] = useState(formatDate(decidedOn));
  const [ceaseReason, setCeaseReason] = useState('own-wish');
  const [place, setPlace] = useState<PlaceFilter>({ ...everywhere, communeId: typeof commune === 'string' ? commune : '' });
  const [find, setFind] = useState('');
  const [onlyWithout, setOnlyWithout] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const put = useWork('record.put');
  const { data } = useAnswer('mediator.list', {
    officeId: office.id,
    limit: 100_000,
    ...(place.communeId === '' ? {} : { communeId: place.communeId }),
  });
  const typedWords = fold(find)
    .split(' ')
    .filter((word) => word !== '');
  const holdsTyped = (text: string): boolean => typedWords.every((word) => fold(text).includes(word));
  const found = (data?.rows ?? []).filter(
    (row) => (!onlyWithout || !covered.has(row.membershipId)) && holdsTyped(`${row.fullName} ${row.teamName} ${row.communeName}`),
  );
  const [named, placed] = [found.filter((row) => holdsTyped(row.fullName)), found.filter((row) => !holdsTyped(row.fullName))];
  const rows = [...named, ...placed];
  const parsed = parseTypedDate(day);
  const isReady = chosen.size > 0 && (as === 'leader' || parsed.kind === 'date');
  const apply = (): void => {
    if (!isReady) return;
    const values = valuesOf(decision.id, as, { day: parsed.kind === 'date' ? parsed.value : '', ceaseReason });
    void put.run({ kind: 'membership', lines: [...chosen].map((id) => ({ id, ...values })) }).then((reply) => {
      if (!reply.ok) return;
      notify(text.applied(chosen.size));
      onClose();
    });
  };
  const toggle = (id: string, isIn: boolean): void => {
    const next = new Set(chosen);
    if (isIn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <Dialog onClose={onClose} title={`${text.coverTitle}: ${decision.title}`} size="xl">
      <div
        className="stack"
        onKeyDown={(event) => {
          if (event.ctrlKey && event.key === 'Enter') apply();
        }}
      >
        {put.failure?.issues === undefined ? (
          <FailureNotice failure={put.failure} />
        ) : (
          <Notice tone="bad" role="alert">
            {[...new Set(put.failure.issues.map(issueMessage))].join(' ')}
          </Notice>
        )}
        <div className="filters">
          <NativeSelect
            w={230}
            data-autofocus
            label={text.as}
            value={as}
            onChange={(event) => {
              setAs(event.currentTarget.value as As);
            }}
          >
            {(Object.keys(text.asNames) as readonly As[]).map((one) => (
              <option key={one} value={one}>
                {text.asNames[one]}
              </option>
            ))}
          </NativeSelect>
          {as === 'leader' ? null : (
            <TextInput
              w={130}
              label={text.day}
              value={day}
              error={parsed.kind !== 'date'}
              onChange={(event) => {
                setDay(event.currentTarget.value);
              }}
            />
          )}
          {as === 'ceased' ? (
            <NativeSelect
              w={280}
              label={text.ceaseReason}
              value={ceaseReason}
              onChange={(event) => {
                setCeaseReason(event.currentTarget.value);
              }}
            >
              {ceaseReasons.map((one) => (
                <option key={one.code} value={one.code}>
                  {one.label}
                </option>
              ))}
            </NativeSelect>
          ) : null}
        </div>
        <div className="filters">
          <TextInput
            w={220}
            label={text.find}
            value={find}
            onChange={(event) => {
              setFind(event.currentTarget.value);
            }}
          />
          <PlaceFilters value={place} onChange={setPlace} />
          <Checkbox
            mb={8}
            label={text.onlyWithout}
            checked={onlyWithout}
            onChange={(event) => {
              setOnlyWithout(event.currentTarget.checked);
            }}
          />
        </div>
        <fieldset className="pick-list">
          <legend>
            {text.people} {data === undefined ? null : <span className="muted">{formatCount(rows.length)}</span>}
          </legend>
          {data === undefined ? <p className="muted">{words.common.loading}</p> : null}
          {data !== undefined && rows.length === 0 ? <p className="muted">{text.nobodyFound}</p> : null}
          {rows.slice(0, shownAtMost).map((row) => (
            <div key={row.membershipId} className="pick-row">
              <Checkbox
                label={`${row.fullName} (${formatPartial(row.birthDate)})`}
                checked={chosen.has(row.membershipId)}
                onChange={(event) => {
                  toggle(row.membershipId, event.currentTarget.checked);
                }}
              />
              <span className="muted">{[row.teamName, row.communeName].filter((part) => part !== '').join(', ')}</span>
            </div>
          ))}
          {rows.length > shownAtMost ? <p className="muted">{text.moreFound(rows.length - shownAtMost)}</p> : null}
        </fieldset>
        <div className="row">
          <Button disabled={!isReady} loading={put.isRunning} onClick={apply}>
            {text.apply(chosen.size)}
          </Button>
          <Button
            variant="default"
            disabled={rows.length === 0}
            onClick={() => {
              setChosen(new Set([...chosen, ...rows.map((row) => row.membershipId)]));
            }}
          >
            {text.chooseAll}
          </Button>
          <Button
            variant="default"
            disabled={chosen.size === 0}
            onClick={() => {
              setChosen(new Set());
            }}
          >
            {text.chooseNone}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
