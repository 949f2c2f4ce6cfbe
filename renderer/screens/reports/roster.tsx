import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { PaperActions } from '#renderer/components/paper-actions.tsx';
import { CallFailure } from '#renderer/rpc/engine.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

type Profile = 'internal' | 'public';

/** Roster of mediators: chosen, seen, printed. */
export const Roster = () => {
  const [unit, setUnit] = useState('');
  const [profile, setProfile] = useState<Profile>('internal');
  const communes = useAnswer('catalogue.officeCommunes', {});
  const report = { name: 'roster', profile, ...(unit === '' ? {} : { unit }) };
  const { data, error } = useAnswer('report.build', report);
  return (
    <Page title={words.roster.title} actions={<PaperActions withKey report={report} />}>
      <div className="filters">
        <NativeSelect
          w={260}
          label={words.roster.unit}
          value={unit}
          onChange={(event) => {
            setUnit(event.currentTarget.value);
          }}
        >
          <option value="">{words.roster.wholeOffice}</option>
          {(communes.data ?? []).map((one) => (
            <option key={one.id} value={one.id}>
              {one.fullName}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          w={340}
          label={words.roster.profile}
          value={profile}
          onChange={(event) => {
            setProfile(event.currentTarget.value === 'public' ? 'public' : 'internal');
          }}
        >
          <option value="internal">{words.roster.internal}</option>
          <option value="public">{words.roster.public}</option>
        </NativeSelect>
      </div>
      {error instanceof CallFailure ? <FailureNotice failure={error.failure} /> : null}
      {data === undefined ? null : (
        <iframe className="preview" title={words.roster.preview} sandbox="" srcDoc={data.html} tabIndex={0} />
      )}
    </Page>
  );
};
