import { useEffect, useState } from 'react';
import type { Paper } from '#shared/contract/report-methods.ts';

/** A paper as it will be printed, in a frame of its own: no script runs there, and its styles do not reach the window. */
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
  return url === null ? (
    <div className="preview" />
  ) : (
    <iframe className="preview" title={title} sandbox="" src={url} tabIndex={0} />
  );
};
