import { Route, Switch } from 'wouter';
import { Enrolment } from './screens/exchange/enrolment.tsx';
import { ExportPackage } from './screens/exchange/export-package.tsx';
import { Inbox } from './screens/exchange/inbox.tsx';
import { Receipts } from './screens/exchange/receipts.tsx';
import { TrustListScreen } from './screens/exchange/trust-list.tsx';
import { Home } from './screens/home/home.tsx';
import { MediatorForm } from './screens/mediators/mediator-form.tsx';
import { MediatorList } from './screens/mediators/mediator-list.tsx';
import { Backup } from './screens/office/backup.tsx';
import { Help } from './screens/office/help.tsx';
import { Settings } from './screens/office/settings.tsx';
import { RecordForm } from './screens/records/record-form.tsx';
import { RecordList } from './screens/records/record-list.tsx';
import { Removed } from './screens/records/removed.tsx';
import { Findings } from './screens/reports/findings.tsx';
import { Roster } from './screens/reports/roster.tsx';
import { TeamForm } from './screens/teams/team-form.tsx';
import { TeamList } from './screens/teams/team-list.tsx';

/** Which screen stands at which address. */
export const Screens = () => (
  <Switch>
    <Route path="/teams" component={TeamList} />
    <Route path="/teams/new">{() => <TeamForm id={undefined} />}</Route>
    <Route path="/teams/:id">{({ id }) => <TeamForm key={id} id={id} />}</Route>
    <Route path="/mediators" component={MediatorList} />
    <Route path="/mediators/new">{() => <MediatorForm />}</Route>
    <Route path="/mediators/new/:teamId">{({ teamId }) => <MediatorForm teamId={teamId} />}</Route>
    <Route path="/mediators/:id">{({ id }) => <MediatorForm key={id} id={id} />}</Route>
    <Route path="/records/:kind">{({ kind }) => <RecordList key={kind} kind={kind} />}</Route>
    <Route path="/records/:kind/new">{({ kind }) => <RecordForm key={kind} kind={kind} id={undefined} />}</Route>
    <Route path="/records/:kind/:id">{({ kind, id }) => <RecordForm key={id} kind={kind} id={id} />}</Route>
    <Route path="/removed" component={Removed} />
    <Route path="/findings" component={Findings} />
    <Route path="/roster" component={Roster} />
    <Route path="/export" component={ExportPackage} />
    <Route path="/receipts" component={Receipts} />
    <Route path="/inbox" component={Inbox} />
    <Route path="/enrolment" component={Enrolment} />
    <Route path="/trust" component={TrustListScreen} />
    <Route path="/backup" component={Backup} />
    <Route path="/settings" component={Settings} />
    <Route path="/help" component={Help} />
    <Route component={Home} />
  </Switch>
);
