import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Paper } from '#shared/contract/report-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';

/** What a sheet takes with its rim and a scroll bar, in pixels: A4 at 96 a inch. */
const widths = { upright: 860, landscape: 1190 } as const;

const scrollKeys: readonly string[] = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', ' '];

/** The place of a paper that is being made. */
export const PaperComing = () => (
  <div className="preview" role="status">
    <p className="muted">{words.common.loading}</p>
  </div>
);

/** A paper as it will be printed, as wide as there is room, in a frame of its own: no script runs there, and its styles do not reach the window. */
export const PaperPreview = ({ paper, title }: { readonly paper: Paper; readonly title: string }) => {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let offered: string | null = null;
    let isGone = false;
    void window.desktop.previewPaper(paper).then((address) => {
      offered = address;
      if (isGone) window.desktop.forgetPaper(address);
      else setUrl(address);
    });
    return () => {
      isGone = true;
      if (offered !== null) window.desktop.forgetPaper(offered);
    };
  }, [paper]);
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const frame = useRef<HTMLIFrameElement>(null);
  // The frame is a process of its own: as a stop of the Tab key it lets keys go astray while the keyboard is handed over. Its border is
  // the stop, and the keys that scroll lead inside.
  const enter = (event: KeyboardEvent): void => {
    if (!scrollKeys.includes(event.key)) return;
    event.preventDefault();
    frame.current?.focus();
  };
  const needed = paper.landscape ? widths.landscape : widths.upright;
  const scale = width === 0 ? 1 : Math.min(1, width / needed);
  return (
    <div className="preview" ref={ref} tabIndex={0} role="group" aria-label={title} onKeyDown={enter}>
      {url === null || width === 0 ? (
        <p className="muted">{words.common.loading}</p>
      ) : (
        <iframe
          ref={frame}
          title={title}
          sandbox=""
          src={url}
          tabIndex={-1}
          style={{ width: width / scale, height: height / scale, transform: `scale(${scale})` }}
        />
      )}
    </div>
  );
};
