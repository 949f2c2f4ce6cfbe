import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { WorkspaceSummary } from '#shared/contract/workspace-methods.ts';
import { parseTypedDate } from '#shared/domain/date.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { ChoiceInput } from '#renderer/forms/choice-input.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { PathInput } from '#renderer/components/path-input.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import { SecretInput } from './secret-input.tsx';
import { StartPage } from './start-page.tsx';

type Tier = 'district' | 'province';
type SetUpProps = { readonly tier: Tier; readonly onBack: () => void; readonly onOpen: (summary: WorkspaceSummary) => void };

type Values = {
  readonly asOf: string;
  readonly unit: string;
  readonly officeName: string;
  readonly userName: string;
  readonly password: string;
  readonly again: string;
  readonly folder: string;
  readonly escrowFile: string;
};

/** Last day before the district tier ended; a district office is set up as of then, a province as of today. */
const lastDistrictDay = '30/06/2025';
const two = (value: number): string => String(value).padStart(2, '0');
const todayText = (): string => {
  const now = new Date();
  return `${two(now.getDate())}/${two(now.getMonth() + 1)}/${now.getFullYear()}`;
};

const dayOf = (typed: string): string | undefined => {
  const read = parseTypedDate(typed);
  return read.kind === 'date' && read.value.length === 10 ? read.value : undefined;
};

const problemOf = (values: Values, tier: Tier): string | null => {
  const needed = [
    values.unit,
    values.officeName,
    values.userName,
    values.folder,
    ...(tier === 'province' ? [values.escrowFile] : []),
  ];
  if (dayOf(values.asOf) === undefined || needed.some((value) => value.trim() === '')) return words.start.fieldMissing;
  if (values.password.length < 8) return words.start.passwordShort;
  return values.password === values.again ? null : words.start.passwordsDiffer;
};

const agencyOf = (tier: Tier, unitName: string): string =>
  `${tier === 'province' ? words.start.provinceAgency : words.start.districtAgency} ${unitName.charAt(0).toLowerCase()}${unitName.slice(1)}`;

export const SetUp = ({ tier, onBack, onOpen }: SetUpProps) => {
  const [values, setValues] = useState<Values>({
    asOf: tier === 'district' ? lastDistrictDay : todayText(),
    unit: '',
    officeName: '',
    userName: '',
    password: '',
    again: '',
    folder: '',
    escrowFile: '',
  });
  const [problem, setProblem] = useState<string | null>(null);
  const [made, setMade] = useState<OutputOf<'workspace.create'> | null>(null);
  const create = useWork('workspace.create');
  const asOf = dayOf(values.asOf) ?? '2025-06-30';
  const units = useAnswer('catalogue.units', { tier, asOf });
  useEffect(() => {
    void window.desktop.settings().then(({ defaultFolder }) => {
      setValues((now) => (now.folder === '' ? { ...now, folder: defaultFolder } : now));
    });
  }, []);
  const set =
    (name: keyof Values) =>
    (value: string): void => {
      setValues((now) => ({ ...now, [name]: value }));
    };
  const chooseUnit = (id: string): void => {
    const unit = units.data?.find((one) => one.id === id);
    setValues((now) => ({ ...now, unit: id, officeName: unit === undefined ? now.officeName : agencyOf(tier, unit.fullName) }));
  };
  const run = (): void => {
    const found = problemOf(values, tier);
    setProblem(found);
    if (found !== null) return;
    const { unit, officeName, userName, password, folder, escrowFile } = values;
    const escrow = tier === 'province' ? { escrowFile } : {};
    void create.run({ folder, tier, unit, asOf, officeName, userName, password, ...escrow }).then((reply) => {
      if (reply.ok) setMade(reply.value);
    });
  };
  if (made !== null)
    return (
      <RecoveryCode
        code={made.recoveryCode}
        officeName={values.officeName}
        onDone={() => {
          onOpen(made.summary);
        }}
      />
    );
  return (
    <StartPage aside={tier === 'province' ? words.start.asideProvince : words.start.asideDistrict}>
      <div className="stack" onKeyDown={formKeys(run)}>
        <h1>{tier === 'province' ? words.start.province : words.start.district}</h1>
        <FailureNotice failure={create.failure} />
        {problem === null ? null : (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        )}
        <fieldset>
          <legend>{words.start.sections.unit}</legend>
          <div className="fields two">
            <TextInput
              label={words.start.asOf}
              description={words.start.asOfHint}
              withAsterisk
              value={values.asOf}
              onChange={(event) => {
                set('asOf')(event.currentTarget.value);
              }}
              className="wide"
            />
            <ChoiceInput
              label={words.start.unit}
              required
              autoFocus
              options={(units.data ?? []).map((unit) => ({ value: unit.id, label: `${unit.code} - ${unit.fullName}` }))}
              value={values.unit}
              onChange={chooseUnit}
            />
            <TextInput
              label={words.start.officeName}
              withAsterisk
              value={values.officeName}
              onChange={(event) => {
                set('officeName')(event.currentTarget.value);
              }}
            />
          </div>
        </fieldset>
        <fieldset>
          <legend>{words.start.sections.user}</legend>
          <div className="fields two" style={{ alignItems: 'end' }}>
            <TextInput
              label={words.start.userName}
              withAsterisk
              value={values.userName}
              onChange={(event) => {
                set('userName')(event.currentTarget.value);
              }}
              className="wide"
            />
            <SecretInput
              label={words.start.password}
              description={words.start.passwordHint}
              required
              value={values.password}
              onChange={set('password')}
            />
            <SecretInput label={words.start.passwordAgain} required value={values.again} onChange={set('again')} />
          </div>
        </fieldset>
        <fieldset>
          <legend>{words.start.sections.place}</legend>
          <div className="fields two">
            <PathInput
              label={words.start.folder}
              value={values.folder}
              onChange={set('folder')}
              choose={() => window.desktop.chooseFolder()}
            />
            {tier === 'province' ? (
              <PathInput
                label={words.start.escrow}
                description={words.start.escrowHint}
                value={values.escrowFile}
                onChange={set('escrowFile')}
                choose={() => window.desktop.chooseSaveFile('text', words.start.escrowFileName)}
              />
            ) : null}
          </div>
        </fieldset>
        <div className="row">
          <Button onClick={run} loading={create.isRunning}>
            {words.start.create} (Ctrl+Enter)
          </Button>
          <Button variant="default" onClick={onBack}>
            {words.common.back}
          </Button>
          <span className="muted small">{words.start.keysHint}</span>
        </div>
      </div>
    </StartPage>
  );
};
