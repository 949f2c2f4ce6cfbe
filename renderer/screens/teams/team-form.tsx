import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import { team } from '#shared/domain/team.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FindingList } from '#renderer/components/finding-list.tsx';
import { unitName } from '#renderer/components/format.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { FieldInput } from '#renderer/forms/field-input.tsx';
import { RecordPage } from '#renderer/forms/record-page.tsx';
import { useRecordForm } from '#renderer/forms/use-record-form.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { MemberEntry } from './member-entry.tsx';
import { MemberTable } from './member-table.tsx';

const names = [
  'name',
  'communeId',
  'residentialUnitIds',
  'fixedMemberCount',
  'establishedOn',
  'decisionId',
  'dissolvedOn',
  'note',
] as const;
/** Stays for the next team: those of a commune are mostly established by one decision. */
const sticky: readonly string[] = ['communeId', 'establishedOn', 'decisionId'];
const blank = {};

type TeamAnswer = OutputOf<'team.get'>;

const Members = ({ answer, canChange }: { readonly answer: TeamAnswer; readonly canChange: boolean }) => {
  const [, go] = useLocation();
  const { record, members, formerMembers, findings } = answer;
  const open = (membershipId: string): void => {
    go(`/mediators/${membershipId}`);
  };
  const add = (): void => {
    go(`/mediators/new/${record.id}`);
  };
  const openGrid = (): void => {
    go(`/mediators/grid/${record.id}`);
  };
  useAction('list.add', add, { enabled: canChange, label: words.teams.addMember });
  useAction('list.grid', openGrid, { enabled: canChange });
  return (
    <div className="stack" style={{ marginTop: 14 }}>
      {findings.length === 0 ? null : (
        <section className="sheet padded" aria-label={words.teams.findingTitle}>
          <h2>{words.teams.findingTitle}</h2>
          <FindingList findings={findings} />
        </section>
      )}
      <MemberTable
        title={words.teams.memberTitle}
        members={members}
        onOpen={open}
        action={
          canChange ? (
            <div className="row">
              <Button size="xs" variant="default" onClick={openGrid}>
                {words.grid.open}
              </Button>
              <Button size="xs" variant="default" onClick={add}>
                {words.teams.fullForm}
              </Button>
            </div>
          ) : null
        }
        entry={canChange ? <MemberEntry team={record} isFirst={members.length === 0} /> : null}
      />
      {formerMembers.length === 0 ? null : (
        <MemberTable title={words.teams.formerMembers} members={formerMembers} onOpen={open} />
      )}
    </div>
  );
};

const TeamEditor = ({ id, answer }: { readonly id: string | undefined; readonly answer: TeamAnswer | undefined }) => {
  const [, go] = useLocation();
  const { office, notify } = useSession();
  const record = answer?.record;
  const state = useRecordForm({ kind: 'team', fields: team.fields, names, id, values: record?.values ?? blank });
  const communeId = state.form.watch('communeId');
  const isReadOnly = record !== undefined && record.officeId !== office.id;
  const save = (confirmed = false): void => {
    void state.save(confirmed).then((saved) => {
      if (saved === null) return;
      notify(words.common.saved);
      if (id === undefined) go(`/teams/${saved}`);
    });
  };
  const saveAndNext = (confirmed = false): void => {
    void state.saveAndNext({ sticky }, confirmed).then((saved) => {
      if (saved) notify(words.form.nextAdded);
    });
  };
  return (
    <RecordPage
      kind="team"
      id={id}
      title={record?.title ?? words.teams.newTitle}
      note={typeof record?.values.communeId === 'string' ? unitName(record.values.communeId) : undefined}
      state={state}
      place={{
        communeId: typeof communeId === 'string' && communeId !== '' ? communeId : null,
        ...(record === undefined ? {} : { officeId: record.officeId }),
        isReadOnly,
      }}
      isRemoved={record?.removed ?? false}
      historyOf={id === undefined ? [] : [{ kind: 'team', id }]}
      onSave={id === undefined ? saveAndNext : save}
      {...(id === undefined ? { onSaveAndClose: save, saveAndCloseLabel: words.form.saveAndOpen } : {})}
      onClose={() => {
        go('/teams');
      }}
      below={
        answer === undefined ? (
          <p className="muted" style={{ marginTop: 10 }}>
            {words.teams.saveFirst}
          </p>
        ) : (
          <Members answer={answer} canChange={!isReadOnly && !answer.record.removed} />
        )
      }
    >
      <div className="fields">
        {names.map((name, index) => (
          <FieldInput key={name} kind="team" name={name} field={team.fields[name]} autoFocus={index === 0 && id === undefined} />
        ))}
      </div>
    </RecordPage>
  );
};

/** Form of a team with its members and findings. */
export const TeamForm = ({ id }: { readonly id: string | undefined }) => {
  const { data } = useAnswer('team.get', { id: id ?? '' }, { enabled: id !== undefined });
  if (id === undefined) return <TeamEditor id={undefined} answer={undefined} />;
  return data === undefined || data.record.id !== id ? null : <TeamEditor key={id} id={id} answer={data} />;
};
