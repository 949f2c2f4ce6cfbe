import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { everywhere, PlaceFilters, type PlaceFilter } from '#renderer/components/place-filters.tsx';
import { PaperActions } from '#renderer/components/paper-actions.tsx';
import { PaperPreview } from '#renderer/components/paper-preview.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

type Profile = 'internal' | 'public';

/** Roster of mediators: chosen, seen, printed. */
export const Roster = () => {
  const [place, setPlace] = useState<PlaceFilter>(everywhere);
  const unit = place.communeId === '' ? place.officeId : place.communeId;
  const [profile, setProfile] = useState<Profile>('internal');
  const report = { name: 'roster', profile, ...(unit === '' ? {} : { unit }) };
  const { office } = useSession();
  // A province keeps no mediators of its own, and nobody reads thirteen thousand lines.
  const isChosen = office.tier === 'district' || unit !== '';
  const { data } = useAnswer('report.build', report, { enabled: isChosen });
  return (
    <Page title={words.roster.title} actions={isChosen ? <PaperActions withKey report={report} /> : null}>
      <div className="filters">
        <PlaceFilters value={place} onChange={setPlace} width={240} />
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
      {isChosen && data !== undefined ? <PaperPreview paper={data} title={words.roster.preview} /> : null}
      {isChosen ? null : (
        <div className="sheet grid-table">
          <Empty title={words.roster.chooseTitle} text={words.roster.chooseText} />
        </div>
      )}
    </Page>
  );
};
