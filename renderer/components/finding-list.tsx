import type { Finding } from '#shared/contract/views.ts';
import { words } from '#shared/text/screen-words.vi.ts';

const tones: Readonly<Record<Finding['severity'], string>> = { error: 'badge bad', warning: 'badge warn', question: 'badge' };

export const SeverityBadge = ({ severity }: { readonly severity: Finding['severity'] }) => (
  <span className={tones[severity]}>{words.findings.severities[severity]}</span>
);

/** Findings of one record with their article. */
export const FindingList = ({ findings }: { readonly findings: readonly Finding[] }) => (
  <ul style={{ margin: 0, paddingLeft: 18 }}>
    {findings.map((finding) => (
      <li key={`${finding.rule} ${finding.id}`}>
        <SeverityBadge severity={finding.severity} /> {finding.message}
        {finding.article === null ? null : <span className="muted"> ({finding.article})</span>}
      </li>
    ))}
  </ul>
);
