import type { Failure } from '#shared/contract/failure.ts';
import type { Issue } from '#shared/domain/record.ts';
import { failureSentences } from './failure-sentences.vi.ts';
import { findingFixes, findingSentences, fixOfRecord } from './finding-sentences.vi.ts';
import { issueSentences } from './issue-sentences.vi.ts';

type Details = Readonly<Record<string, string | number>> | undefined;

const fill = (sentence: string, details: Details): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details?.[name] ?? ''));

/** The sentence of a failure. */
export const messageOf = (failure: Pick<Failure, 'code' | 'details'>): string =>
  fill(failureSentences[failure.code], failure.details);

/** The sentence of an issue of one record. */
export const issueMessage = (issue: Pick<Issue, 'code' | 'details'>): string =>
  fill(issueSentences[issue.code] ?? issue.code, issue.details);

/** The sentence of a finding: of a rule over several records, or of a single one. */
export const findingMessage = (rule: string, details: Details): string =>
  fill(findingSentences[rule] ?? issueSentences[rule] ?? rule, details);

/** How a finding is set right. */
export const findingFix = (rule: string): string => findingFixes[rule] ?? fixOfRecord;
