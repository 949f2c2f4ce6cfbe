import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { fileWords } from '#shared/text/file-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FileActions } from '#renderer/components/file-actions.tsx';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { PartList } from '#renderer/components/part-list.tsx';
import { PaperActions } from '#renderer/components/paper-actions.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { FingerprintPicture } from './fingerprint-picture.tsx';

type Request = OutputOf<'enrol.request'>;
type Grant = OutputOf<'enrol.inspectGrant'>;
type Inspected = OutputOf<'enrol.inspectRequest'>;
type Granted = OutputOf<'enrol.grant'>;

type FingerprintInputProps = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onConfirm: () => void;
};

const isWhole = (fingerprint: string): boolean => fingerprint.replace(/\D/g, '').length === 32;

/** Thirty-two digits read from paper or heard on the telephone; spaces do not matter. Ctrl+Enter confirms. */
const FingerprintInput = ({ value, onChange, onConfirm }: FingerprintInputProps) => (
  <TextInput
    w={420}
    label={words.enrolment.typeFingerprint}
    value={value}
    autoComplete="off"
    autoFocus
    onChange={(event) => {
      onChange(event.currentTarget.value);
    }}
    onKeyDown={formKeys(onConfirm)}
  />
);

const DistrictRequest = () => {
  const { office } = useSession();
  const [request, setRequest] = useState<Request | null>(null);
  const make = useWork('enrol.request');
  const run = (): void => {
    void window.desktop.chooseSaveFile('request', `${office.id}.hgreq`).then(async (file) => {
      if (file === null) return;
      const reply = await make.run({ file });
      if (reply.ok) setRequest(reply.value);
    });
  };
  return (
    <section className="sheet padded stack" aria-label={words.enrolment.step1}>
      <h2>{words.enrolment.step1}</h2>
      <div>{words.enrolment.step1Text}</div>
      <div className="row">
        <Button onClick={run} loading={make.isRunning}>
          {words.enrolment.makeRequest}
        </Button>
      </div>
      <FailureNotice failure={make.failure} />
      {request === null ? null : (
        <Notice>
          <div className="break">{request.file}</div>
          <div>
            {words.enrolment.fingerprint}:{' '}
            <span className="digits" data-testid="request-fingerprint">
              {request.fingerprint}
            </span>
          </div>
          <div className="row">
            <FileActions file={request.file} subject={fileWords.requestSubject(office.name)} />
            <PaperActions
              report={{ name: 'enrolment-sheet', subject: request.fingerprint }}
              printLabel={words.enrolment.printSheet}
            />
          </div>
        </Notice>
      )}
    </section>
  );
};

const DistrictAccept = () => {
  const { refresh, notify } = useSession();
  const [file, setFile] = useState<string | null>(null);
  const [grant, setGrant] = useState<Grant | null>(null);
  const [fingerprint, setFingerprint] = useState('');
  const inspect = useWork('enrol.inspectGrant');
  const accept = useWork('enrol.accept');
  const open = (): void => {
    void window.desktop.chooseFiles('grant', false).then(async ([chosen]) => {
      if (chosen === undefined) return;
      setFile(chosen);
      const reply = await inspect.run({ file: chosen });
      setGrant(reply.ok ? reply.value : null);
    });
  };
  const confirm = (): void => {
    if (file === null || !isWhole(fingerprint)) return;
    void accept.run({ file, fingerprint }).then(async (reply) => {
      if (!reply.ok) return;
      notify(words.enrolment.accepted);
      await refresh();
    });
  };
  return (
    <section className="sheet padded stack" aria-label={words.enrolment.step2}>
      <h2>{words.enrolment.step2}</h2>
      <div>{words.enrolment.step2Text}</div>
      <div className="row">
        <Button variant="default" onClick={open}>
          {words.enrolment.openGrant}
        </Button>
      </div>
      <FailureNotice failure={inspect.failure} />
      {grant === null ? null : (
        <>
          <div>{grant.provinceName}</div>
          <div className="row end">
            <FingerprintInput value={fingerprint} onChange={setFingerprint} onConfirm={confirm} />
            <Button onClick={confirm} disabled={!isWhole(fingerprint)} loading={accept.isRunning}>
              {words.enrolment.accept}
            </Button>
          </div>
          <FailureNotice failure={accept.failure} />
        </>
      )}
    </section>
  );
};

const ProvinceGrant = () => {
  const [file, setFile] = useState<string | null>(null);
  const [request, setRequest] = useState<Inspected | null>(null);
  const [fingerprint, setFingerprint] = useState('');
  const [isSecond, setSecond] = useState(false);
  const [withState, setWithState] = useState(false);
  const [pictureProblem, setPictureProblem] = useState<string | null>(null);
  const [granted, setGranted] = useState<Granted | null>(null);
  const inspect = useWork('enrol.inspectRequest');
  const grant = useWork('enrol.grant');
  const open = (): void => {
    void window.desktop.chooseFiles('request', false).then(async ([chosen]) => {
      if (chosen === undefined) return;
      setFile(chosen);
      setGranted(null);
      setFingerprint('');
      const reply = await inspect.run({ file: chosen });
      setRequest(reply.ok ? reply.value : null);
    });
  };
  const confirm = (): void => {
    if (file === null || request === null || !isWhole(fingerprint)) return;
    void window.desktop.chooseSaveFile('grant', `${request.officeId}.hgcert`).then(async (out) => {
      if (out === null) return;
      const reply = await grant.run({ file, fingerprint, out, withState, allowSecondInstallation: isSecond });
      if (reply.ok) setGranted(reply.value);
    });
  };
  return (
    <section className="sheet padded stack" aria-label={words.enrolment.provinceTitle}>
      <div>{words.enrolment.provinceIntro}</div>
      <div className="row">
        <Button onClick={open}>{words.enrolment.openRequest}</Button>
      </div>
      <FailureNotice failure={inspect.failure} />
      {request === null ? null : (
        <>
          <dl className="facts" style={{ margin: 0 }}>
            <dt>{words.enrolment.office}</dt>
            <dd>
              {request.officeId} - {request.officeName}
            </dd>
            <dt>{words.enrolment.installation}</dt>
            <dd>{request.installId}</dd>
            <dt>{words.enrolment.state}</dt>
            <dd>{words.enrolment.known[request.known]}</dd>
          </dl>
          {request.known === 'second-installation' ? (
            <Checkbox
              label={words.enrolment.second}
              checked={isSecond}
              onChange={(event) => {
                setSecond(event.currentTarget.checked);
              }}
            />
          ) : null}
          {request.known === 'new-office' ? null : (
            <Checkbox
              label={words.enrolment.withState}
              checked={withState}
              onChange={(event) => {
                setWithState(event.currentTarget.checked);
              }}
            />
          )}
          <div className="row end">
            <FingerprintInput value={fingerprint} onChange={setFingerprint} onConfirm={confirm} />
            <FingerprintPicture onRead={setFingerprint} onProblem={setPictureProblem} />
            <Button onClick={confirm} disabled={!isWhole(fingerprint)} loading={grant.isRunning}>
              {words.enrolment.grant}
            </Button>
          </div>
          {pictureProblem === null ? null : (
            <Notice tone="warn" role="alert">
              {pictureProblem}
            </Notice>
          )}
          <FailureNotice failure={grant.failure} />
        </>
      )}
      {granted === null ? null : (
        <Notice>
          <strong className="break">
            {words.enrolment.granted}: {granted.file}
          </strong>
          <p>{words.enrolment.grantedText}</p>
          <PartList title={attachmentWords.parts.grantTitle} parts={granted.parts} />
          <div className="row">
            <FileActions
              file={granted.file}
              subject={fileWords.grantSubject(granted.officeId)}
              partCount={granted.parts.length}
            />
          </div>
          <div>
            {words.enrolment.own}:{' '}
            <span className="digits" data-testid="province-fingerprint">
              {granted.provinceFingerprint}
            </span>
          </div>
        </Notice>
      )}
    </section>
  );
};

export const Enrolment = () => {
  const { office, summary } = useSession();
  const keys = useAnswer('keys.get', {});
  if (office.tier === 'province')
    return (
      <Page title={words.enrolment.provinceTitle}>
        <div className="stack narrow">
          <div className="sheet padded">
            <div>{words.enrolment.own}</div>
            <div className="digits">{keys.data?.fingerprint ?? ''}</div>
          </div>
          <ProvinceGrant />
        </div>
      </Page>
    );
  return (
    <Page title={words.enrolment.title}>
      <div className="stack narrow">
        <Notice tone={summary.enrolled ? 'plain' : 'warn'}>
          {summary.enrolled ? words.enrolment.enrolled : words.enrolment.notEnrolled}
        </Notice>
        <DistrictRequest />
        <DistrictAccept />
      </div>
    </Page>
  );
};
