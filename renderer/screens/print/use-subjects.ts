import type { ReportView } from '#shared/contract/report-methods.ts';
import { formatPartial } from '#renderer/components/format.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

type Option = { readonly value: string; readonly label: string };

const limit = 2000;

/** Records that a paper can be about, newest first. */
export const useSubjects = (
  subject: ReportView['subject'],
): { readonly isReady: boolean; readonly options: readonly Option[] } => {
  const sessions = useAnswer('session.list', { limit }, { enabled: subject === 'session' });
  const nominations = useAnswer('nomination.list', { limit }, { enabled: subject === 'nomination' });
  if (subject === 'session')
    return {
      isReady: sessions.data !== undefined,
      options: (sessions.data?.rows ?? []).map((row) => ({
        value: row.id,
        label: row.startsOn === null ? row.title : `${row.title} (${formatPartial(row.startsOn)})`,
      })),
    };
  if (subject === 'nomination')
    return {
      isReady: nominations.data !== undefined,
      options: (nominations.data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.subjectName} (${row.year ?? ''})` })),
    };
  return { isReady: true, options: [] };
};
