import { words } from '#shared/text/screen-words.vi.ts';
import { Page } from '#renderer/components/page.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { AttentionList } from './attention-list.tsx';
import { CommuneTable } from './commune-table.tsx';
import { FirstSteps } from './first-steps.tsx';
import { DistrictFigures, ProvinceFigures } from './figures.tsx';
import { OfficeTable } from './office-table.tsx';
import { WayToProvince } from './way-to-province.tsx';

/** What needs attention, what the books hold and how far it has got; at the province, who has sent. */
export const Home = () => {
  const { office } = useSession();
  const { data: status } = useAnswer('status.get', {});
  if (status === undefined) return null;
  if (office.tier === 'province')
    return (
      <Page title={words.home.overview}>
        <div className="stack">
          <AttentionList status={status} />
          <ProvinceFigures />
          <OfficeTable offices={status.offices} />
        </div>
      </Page>
    );
  return (
    <Page title={words.home.overview}>
      <div className="home">
        <div className="stack">
          <AttentionList status={status} />
          {(status.counts.team ?? 0) === 0 ? <FirstSteps /> : <CommuneTable />}
        </div>
        <div className="stack">
          <DistrictFigures status={status} />
          <WayToProvince status={status} />
        </div>
      </div>
    </Page>
  );
};
