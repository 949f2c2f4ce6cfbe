import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PaperSettings } from '#shared/contract/workspace-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { LookSettings } from './look-settings.tsx';

const names = ['superiorAgency', 'issuingAgency', 'placeName', 'signerCapacity', 'signerTitle', 'signerName'] as const;

/** Names of agencies are long. */
const doubleNames: readonly string[] = ['superiorAgency', 'issuingAgency'];

const Editor = ({ settings }: { readonly settings: PaperSettings }) => {
  const { notify } = useSession();
  const [values, setValues] = useState(settings);
  const put = useWork('settings.put');
  const save = (): void => {
    void put.run(values).then((reply) => {
      if (reply.ok) notify(words.settings.saved);
    });
  };
  return (
    <Page
      title={words.settings.title}
      actions={
        <Button onClick={save} loading={put.isRunning}>
          {words.common.saveHint}
        </Button>
      }
    >
      <div className="stack narrow" onKeyDown={formKeys(save)}>
        <FailureNotice failure={put.failure} />
        <section className="sheet padded stack" aria-label={words.settings.paperTitle}>
          <h2>{words.settings.paperTitle}</h2>
          <div className="muted">{words.settings.intro}</div>
          <div className="fields">
            {names.map((name) => (
              <TextInput
                key={name}
                {...(doubleNames.includes(name) ? { className: 'double' } : {})}
                label={words.settings[name]}
                value={values[name]}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setValues((now) => ({ ...now, [name]: value }));
                }}
              />
            ))}
          </div>
        </section>
        <LookSettings />
      </div>
    </Page>
  );
};

export const Settings = () => {
  const { data } = useAnswer('settings.get', {});
  return data === undefined ? null : <Editor settings={data} />;
};
