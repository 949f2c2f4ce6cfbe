import type { PaperSettings } from '#shared/contract/workspace-methods.ts';
import { dateLineOf, escape, footHtml, headHtml, officeSigner, wholePage } from './page-parts.ts';

export { escape } from './page-parts.ts';

export type PageParts = {
  readonly settings: PaperSettings;
  readonly today: string;
  readonly title: string;
  readonly subject: string;
  readonly body: string;
  /** Lines of "Nơi nhận"; "- Lưu: VT." is added. */
  readonly recipients: readonly string[];
  readonly landscape: boolean;
  /** Whether the paper carries a number; it stays blank and is given after signing. */
  readonly numbered: string | null;
};

/** A page whose body is more than words and tables, in the form that the decree prescribes. */
export const renderPage = ({ settings, today, title, subject, body, recipients, landscape, numbered }: PageParts): string =>
  wholePage(
    title,
    landscape,
    `${headHtml({
      superior: settings.superiorAgency,
      issuing: settings.issuingAgency,
      numbered,
      dateLine: dateLineOf({ place: settings.placeName, today }),
    })}
<h1>${escape(title)}</h1><p class="subject">${escape(subject)}</p>
<div class="matter">${body}</div>
${footHtml({ recipients, leftSigner: undefined, signer: officeSigner(settings) })}
`,
  );
