import { Route, Switch } from 'wouter';
import { DecideScreen } from './screens/decide/decide-screen.tsx';
import { Drafts } from './screens/drafts/drafts.tsx';
import { Enrolment } from './screens/exchange/enrolment.tsx';
import { ExportPackage } from './screens/exchange/export-package.tsx';
import { Inbox } from './screens/exchange/inbox.tsx';
import { Receipts } from './screens/exchange/receipts.tsx';
import { TrustListScreen } from './screens/exchange/trust-list.tsx';
import { ParticipantGrid } from './screens/grid/participant-grid.tsx';
import { RosterGrid } from './screens/grid/roster-grid.tsx';
import { UnitGrid } from './screens/grid/unit-grid.tsx';
import { Help } from './screens/help/help.tsx';
import { Home } from './screens/home/home.tsx';
import { DecidedIdentities } from './screens/identity/decided.tsx';
import { Duplicates } from './screens/identity/duplicates.tsx';
import { ImportScreen } from './screens/import/import-screen.tsx';
import { MediatorForm } from './screens/mediators/mediator-form.tsx';
import { MediatorList } from './screens/mediators/mediator-list.tsx';
import { NominationForm } from './screens/nominations/nomination-form.tsx';
import { NominationList } from './screens/nominations/nomination-list.tsx';
import { Backup } from './screens/office/backup.tsx';
import { Settings } from './screens/office/settings.tsx';
import { PersonForm } from './screens/people/person-form.tsx';
import { PersonList } from './screens/people/person-list.tsx';
import { PrintScreen } from './screens/print/print-screen.tsx';
import { RecordForm } from './screens/records/record-form.tsx';
import { RecordList } from './screens/records/record-list.tsx';
import { Removed } from './screens/records/removed.tsx';
import { Findings } from './screens/reports/findings.tsx';
import { Coverage } from './screens/sessions/coverage.tsx';
import { SessionParticipants } from './screens/sessions/participants.tsx';
import { SessionProgramme } from './screens/sessions/programme.tsx';
import { SessionForm } from './screens/sessions/session-form.tsx';
import { SessionList } from './screens/sessions/session-list.tsx';
import { TeamForm } from './screens/teams/team-form.tsx';
import { TeamList } from './screens/teams/team-list.tsx';
import { TrainerList } from './screens/trainers/trainer-list.tsx';

/** Which screen stands at which address. */
export const Screens = () => (
  <Switch>
    <Route path="/teams" component={TeamList} />
    <Route path="/teams/new">{() => <TeamForm id={undefined} />}</Route>
    <Route path="/teams/:id">{({ id }) => <TeamForm key={id} id={id} />}</Route>
    <Route path="/mediators" component={MediatorList} />
    <Route path="/mediators/new">{() => <MediatorForm />}</Route>
    <Route path="/mediators/new/:teamId">{({ teamId }) => <MediatorForm teamId={teamId} />}</Route>
    <Route path="/mediators/grid">{() => <RosterGrid teamId={undefined} />}</Route>
    <Route path="/mediators/grid/:teamId">{({ teamId }) => <RosterGrid teamId={teamId} />}</Route>
    <Route path="/mediators/:id">{({ id }) => <MediatorForm key={id} id={id} />}</Route>
    <Route path="/sessions" component={SessionList} />
    <Route path="/sessions/coverage" component={Coverage} />
    <Route path="/sessions/new">{() => <SessionForm id={undefined} />}</Route>
    <Route path="/sessions/:id">{({ id }) => <SessionForm key={id} id={id} />}</Route>
    <Route path="/sessions/:id/programme">{({ id }) => <SessionProgramme key={id} id={id} />}</Route>
    <Route path="/sessions/:id/grid">{({ id }) => <ParticipantGrid key={id} sessionId={id} />}</Route>
    <Route path="/sessions/:id/people">{({ id }) => <SessionParticipants key={id} id={id} />}</Route>
    <Route path="/nominations" component={NominationList} />
    <Route path="/nominations/new">{() => <NominationForm />}</Route>
    <Route path="/nominations/new/person/:personId">{({ personId }) => <NominationForm personId={personId} />}</Route>
    <Route path="/nominations/:id">{({ id }) => <NominationForm key={id} id={id} />}</Route>
    <Route path="/people" component={PersonList} />
    <Route path="/people/new">{() => <PersonForm id={undefined} />}</Route>
    <Route path="/people/:id">{({ id }) => <PersonForm key={id} id={id} />}</Route>
    <Route path="/trainers" component={TrainerList} />
    <Route path="/records/:kind">{({ kind }) => <RecordList key={kind} kind={kind} />}</Route>
    <Route path="/records/residential-unit/grid" component={UnitGrid} />
    <Route path="/records/:kind/new">{({ kind }) => <RecordForm key={kind} kind={kind} id={undefined} />}</Route>
    <Route path="/records/:kind/:id">{({ kind, id }) => <RecordForm key={id} kind={kind} id={id} />}</Route>
    <Route path="/duplicates" component={Duplicates} />
    <Route path="/duplicates/decided" component={DecidedIdentities} />
    <Route path="/import" component={ImportScreen} />
    <Route path="/to-decide" component={DecideScreen} />
    <Route path="/drafts" component={Drafts} />
    <Route path="/removed" component={Removed} />
    <Route path="/findings" component={Findings} />
    <Route path="/print">{() => <PrintScreen name={undefined} subject={undefined} />}</Route>
    <Route path="/print/:name">{({ name }) => <PrintScreen name={name} subject={undefined} />}</Route>
    <Route path="/print/:name/:subject">{({ name, subject }) => <PrintScreen name={name} subject={subject} />}</Route>
    <Route path="/export" component={ExportPackage} />
    <Route path="/receipts" component={Receipts} />
    <Route path="/inbox" component={Inbox} />
    <Route path="/enrolment" component={Enrolment} />
    <Route path="/trust" component={TrustListScreen} />
    <Route path="/backup" component={Backup} />
    <Route path="/settings" component={Settings} />
    <Route path="/help">{() => <Help chapterId={undefined} />}</Route>
    <Route path="/help/:chapterId">{({ chapterId }) => <Help chapterId={chapterId} />}</Route>
    <Route component={Home} />
  </Switch>
);
