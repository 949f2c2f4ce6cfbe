import { Checkbox, NativeSelect } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Finding } from '#shared/contract/views.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { SeverityBadge } from '#renderer/components/finding-list.tsx';
import { unitName } from '#renderer/components/format.ts';
import { useKept } from '#renderer/components/kept-state.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { useLocalList } from '#renderer/components/use-list.ts';
import { PaperActions } from '#renderer/components/paper-actions.tsx';
import { addressOf as addressOfRecord } from '#renderer/components/record-address.ts';
import { chosenOf, everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { ShowAll } from '#renderer/components/show-all.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { recordsText } from '#renderer/provenance/records-text.ts';
import { useSession } from '#renderer/session.tsx';
import { IdentityTabs } from '../identity/identity-tabs.tsx';
import { FindingDialog } from './finding-dialog.tsx';

const columnsOf = (isProvince: boolean): readonly Column<Finding>[] => [
  {
    key: 'severity',
    title: words.findings.severity,
    width: '106px',
    cell: (row) =>
      row.answerId === null ? (
        <SeverityBadge severity={row.severity} />
      ) : (
        <span className="badge good">{words.findings.answered}</span>
      ),
    value: (row) => (row.answerId === null ? words.findings.severities[row.severity] : words.findings.answered),
  },
  // Communes of several districts bear the same name.
  ...(isProvince
    ? [
        {
          key: 'office',
          title: words.findings.office,
          width: 'minmax(130px, 0.8fr)',
          cell: (row: Finding) => unitName(row.officeId),
        },
      ]
    : []),
  { key: 'place', title: words.findings.place, width: 'minmax(150px, 0.8fr)', cell: (row) => unitName(row.unitId) },
  { key: 'subject', title: words.findings.subject, width: 'minmax(150px, 1.3fr)', cell: (row) => row.title },
  {
    key: 'content',
    title: words.findings.content,
    width: 'minmax(270px, 2.6fr)',
    cell: (row) => <span title={row.message}>{row.message}</span>,
  },
  {
    key: 'fix',
    title: words.findings.fix,
    width: 'minmax(160px, 1.8fr)',
    cell: (row) => <span title={row.fix}>{row.fix}</span>,
  },
  { key: 'article', title: words.findings.article, width: '168px', cell: (row) => row.article ?? '' },
];

/** A finding on a whole pool or on all teams names the office, not one record. */
const addressOf = ({ kind, id, officeId }: Finding): string | undefined => {
  if (id !== officeId) return addressOfRecord(kind, id);
  return kind === 'trainer' ? '/trainers' : '/teams';
};

/** By commune, then by what the finding is about. */
const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort(
    (a, b) => unitName(a.unitId).localeCompare(unitName(b.unitId), 'vi') || a.title.localeCompare(b.title, 'vi'),
  );

const idOf = (row: Finding): string => `${row.rule} ${row.kind} ${row.id}`;

const findingGroups = [
  { key: 'place', title: words.findings.place, of: (row: Finding) => unitName(row.unitId) },
  { key: 'severity', title: words.findings.severity, of: (row: Finding) => words.findings.severities[row.severity] },
  { key: 'rule', title: words.findings.content, of: (row: Finding) => row.message },
  { key: 'office', title: words.findings.office, of: (row: Finding) => unitName(row.officeId) },
];

export const Findings = () => {
  const [, go] = useLocation();
  const { office } = useSession();
  const columns = useMemo(() => columnsOf(office.tier === 'province'), [office.tier]);
  const [place, setPlace] = useKept<PlaceFilter>('findings place', everywhere);
  const [severity, setSeverity] = useKept('findings severity', '');
  const [withAnswered, setWithAnswered] = useKept('findings answered', false);
  const [opened, setOpened] = useState<Finding | null>(null);
  const levels = useRef<HTMLSelectElement>(null);
  const isFiltered = severity !== '' || Object.keys(chosenOf(place)).length > 0;
  const unit = place.communeId === '' ? place.officeId : place.communeId;
  const answer = useAnswer('check.run', { withAnswered, ...(unit === '' ? {} : { unit }) }, { mayFail: true });
  const data = useMemo(
    () => sorted((answer.data ?? []).filter((row) => severity === '' || row.severity === severity)),
    [answer.data, severity],
  );
  const list = useLocalList<Finding>({
    name: 'findings',
    columns,
    groups: findingGroups,
    data: answer.data === undefined ? undefined : data,
    rowId: idOf,
    error: answer.error,
    retry: () => void answer.refetch(),
  });
  const goTo = (row: Finding): void => {
    const address = addressOf(row);
    if (address !== undefined) go(address);
  };
  return (
    <Page
      title={words.findings.title}
      tabs={<IdentityTabs />}
      note={answer.data === undefined ? '' : formatCount(data.length)}
      actions={
        <PaperActions withKey report={{ name: 'findings', ...(unit === '' ? {} : { unit }) }} printLabel={words.findings.print} />
      }
    >
      <div className="filters">
        <PlaceFilters value={place} onChange={setPlace} width={240} />
        <NativeSelect
          ref={levels}
          w={140}
          label={words.findings.severity}
          value={severity}
          onChange={(event) => {
            setSeverity(event.currentTarget.value);
          }}
        >
          <option value="">{words.findings.allLevels}</option>
          {Object.entries(words.findings.severities).map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </NativeSelect>
        <Checkbox
          label={words.findings.withAnswered}
          checked={withAnswered}
          onChange={(event) => {
            setWithAnswered(event.currentTarget.checked);
          }}
        />
        <ShowAll
          isFiltered={isFiltered}
          search={levels}
          onShowAll={() => {
            setPlace(everywhere);
            setSeverity('');
          }}
        />
      </div>
      <DataTable
        autoFocus
        label={words.findings.title}
        list={list}
        recordsOf={(row) => recordsText(row)}
        onOpen={setOpened}
        empty={
          isFiltered ? (
            <Empty title={words.findings.noMatch} />
          ) : (
            <Empty title={words.findings.emptyTitle} text={words.findings.emptyText} />
          )
        }
      />
      {opened === null ? null : (
        <FindingDialog
          finding={opened}
          onOpen={
            addressOf(opened) === undefined
              ? undefined
              : () => {
                  goTo(opened);
                }
          }
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </Page>
  );
};
