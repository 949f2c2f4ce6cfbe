import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Finding } from '#shared/contract/views.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { SeverityBadge } from '#renderer/components/finding-list.tsx';
import { unitName } from '#renderer/components/format.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { PaperActions } from '#renderer/components/paper-actions.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

const columns: readonly Column<Finding>[] = [
  { key: 'severity', title: words.findings.severity, width: '96px', cell: (row) => <SeverityBadge severity={row.severity} /> },
  { key: 'place', title: words.findings.place, width: 'minmax(130px, 1fr)', cell: (row) => unitName(row.unitId) },
  { key: 'subject', title: words.findings.subject, width: 'minmax(180px, 1.4fr)', cell: (row) => row.title },
  {
    key: 'content',
    title: words.findings.content,
    width: 'minmax(280px, 3fr)',
    cell: (row) => <span title={row.message}>{row.message}</span>,
  },
  { key: 'article', title: words.findings.article, width: '170px', cell: (row) => row.article ?? '' },
];

const addressOf = (finding: Finding): string | null => {
  if (finding.kind === 'team') return `/teams/${finding.id}`;
  return finding.kind === 'membership' ? `/mediators/${finding.id}` : null;
};

export const Findings = () => {
  const [, go] = useLocation();
  const [unit, setUnit] = useState('');
  const communes = useAnswer('catalogue.officeCommunes', {});
  const { data } = useAnswer('check.run', unit === '' ? {} : { unit });
  return (
    <Page
      title={words.findings.title}
      note={data === undefined ? '' : formatCount(data.length)}
      actions={
        <PaperActions withKey report={{ name: 'findings', ...(unit === '' ? {} : { unit }) }} printLabel={words.findings.print} />
      }
    >
      <div className="filters">
        <NativeSelect
          w={260}
          label={words.findings.place}
          value={unit}
          onChange={(event) => {
            setUnit(event.currentTarget.value);
          }}
        >
          <option value="">{words.common.all}</option>
          {(communes.data ?? []).map((one) => (
            <option key={one.id} value={one.id}>
              {one.fullName}
            </option>
          ))}
        </NativeSelect>
      </div>
      {data === undefined ? null : (
        <DataTable
          label={words.findings.title}
          columns={columns}
          total={data.length}
          rowAt={(index) => data[index]}
          onOpen={(row) => {
            const address = addressOf(row);
            if (address !== null) go(address);
          }}
          empty={<Empty title={words.findings.emptyTitle} text={words.findings.emptyText} />}
        />
      )}
    </Page>
  );
};
