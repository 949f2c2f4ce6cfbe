import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { PaperActions } from '#renderer/components/paper-actions.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

type Request = OutputOf<'enrol.request'>;
type Grant = OutputOf<'enrol.inspectGrant'>;
type Inspected = OutputOf<'enrol.inspectRequest'>;
type Granted = OutputOf<'enrol.grant'>;

const FingerprintInput = ({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) => (
  <TextInput
    w={420}
    label={words.enrolment.typeFingerprint}
    value={value}
    autoComplete="off"
    onChange={(event) => {
      onChange(event.currentTarget.value);
    }}
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
      <strong>{words.enrolment.step1}</strong>
      <div>{words.enrolment.step1Text}</div>
      <div className="row">
        <Button onClick={run} loading={make.isRunning}>
          {words.enrolment.makeRequest}
        </Button>
      </div>
      <FailureNotice failure={make.failure} />
      {request === null ? null : (
        <Notice>
          <div>{request.file}</div>
          <div>
            {words.enrolment.fingerprint}:{' '}
            <span className="digits" data-testid="request-fingerprint">
              {request.fingerprint}
            </span>
          </div>
          <div className="row">
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
    if (file === null) return;
    void accept.run({ file, fingerprint }).then(async (reply) => {
      if (!reply.ok) return;
      notify(words.enrolment.accepted);
      await refresh();
    });
  };
  return (
    <section className="sheet padded stack" aria-label={words.enrolment.step2}>
      <strong>{words.enrolment.step2}</strong>
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
          <div className="row" style={{ alignItems: 'end' }}>
            <FingerprintInput value={fingerprint} onChange={setFingerprint} />
            <Button onClick={confirm} disabled={fingerprint.replace(/\D/g, '').length !== 32} loading={accept.isRunning}>
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
    if (file === null || request === null) return;
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
          <table className="plain-table" style={{ maxWidth: 620 }}>
            <tbody>
              <tr>
                <td>{words.enrolment.office}</td>
                <td>
                  {request.officeId} - {request.officeName}
                </td>
              </tr>
              <tr>
                <td>{words.enrolment.installation}</td>
                <td>{request.installId}</td>
              </tr>
              <tr>
                <td>{words.enrolment.state}</td>
                <td>{words.enrolment.known[request.known]}</td>
              </tr>
            </tbody>
          </table>
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
          <div className="row" style={{ alignItems: 'end' }}>
            <FingerprintInput value={fingerprint} onChange={setFingerprint} />
            <Button onClick={confirm} disabled={fingerprint.replace(/\D/g, '').length !== 32} loading={grant.isRunning}>
              {words.enrolment.grant}
            </Button>
          </div>
          <FailureNotice failure={grant.failure} />
        </>
      )}
      {granted === null ? null : (
        <Notice>
          <strong>
            {words.enrolment.granted}: {granted.file}
          </strong>
          <p style={{ margin: '4px 0' }}>{words.enrolment.grantedText}</p>
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
        <div className="stack">
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
      <div className="stack">
        <Notice tone={summary.enrolled ? 'plain' : 'warn'}>
          {summary.enrolled ? words.enrolment.enrolled : words.enrolment.notEnrolled}
        </Notice>
        <DistrictRequest />
        <DistrictAccept />
      </div>
    </Page>
  );
};
