import { NativeSelect, Radio } from '@mantine/core';
import { useEffect, useState } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { looks, setLook, useLook, type Look } from '#renderer/components/look.ts';

const text = words.look;
const zooms = [0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

const isLook = (value: string): value is Look => looks.some((one) => one === value);

const ZoomChoice = () => {
  const [zoom, setZoom] = useState<number | null>(null);
  useEffect(() => {
    void window.desktop.settings().then((settings) => {
      setZoom(settings.zoom);
    });
  }, []);
  if (zoom === null) return null;
  const all = zooms.some((one) => one === zoom) ? zooms : [...zooms, zoom].toSorted((a, b) => a - b);
  return (
    <NativeSelect
      w={200}
      label={text.zoom}
      value={String(zoom)}
      onChange={(event) => {
        const factor = Number(event.currentTarget.value);
        setZoom(factor);
        void window.desktop.setZoom(factor);
      }}
    >
      {all.map((one) => (
        <option key={one} value={String(one)}>
          {Math.round(one * 100)} %
        </option>
      ))}
    </NativeSelect>
  );
};

/** How the window looks for this user, at once. */
export const LookSettings = () => {
  const look = useLook();
  return (
    <section className="sheet padded stack" aria-label={text.title}>
      <h2>{text.title}</h2>
      <Radio.Group
        label={text.colours}
        value={look}
        onChange={(value) => {
          if (isLook(value)) setLook(value);
        }}
      >
        <div className="row" style={{ marginTop: 6, gap: 20 }}>
          {looks.map((one) => (
            <Radio key={one} value={one} label={text[one]} size="xs" />
          ))}
        </div>
      </Radio.Group>
      <ZoomChoice />
    </section>
  );
};
