import type { NominationRow } from '#db/queries/nomination.ts';
import { awardForms, awardLevels, labelOf } from '#shared/catalogue/code-lists.ts';
import { awardPaperWords } from '#shared/text/award-paper-words.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { QueryContext } from '#engine/context.ts';
import { onePaper, type Block } from './document.ts';
import { isCollective, nominationsOf, proposalSuffix } from './nomination-list.ts';
import { groupBy } from './place.ts';
import { reportYear, type BuildReport } from './report.ts';

const words = awardPaperWords.proposal;
const mediationLaw = '35/2013/QH13';

/** An office submits to the committee it belongs to; only what the ministry alone awards goes there. */
const addresseeOf = ({ identity }: QueryContext, rows: readonly NominationRow[]): string =>
  identity.tier === 'province' && rows.length > 0 && rows.every((row) => row.level === 'ministry')
    ? words.ministry
    : words.committee(unitNameOf(identity.unitId));

const split = (rows: readonly NominationRow[]): readonly [collectives: number, persons: number] => {
  const collectives = rows.filter(isCollective).length;
  return [collectives, rows.length - collectives];
};

const linesOf = (rows: readonly NominationRow[]): readonly Block[] =>
  groupBy(rows, (row) => `${row.form ?? ''} ${row.level ?? ''}`).map((group) => {
    const { form = null, level = null } = group[0] ?? {};
    return {
      kind: 'paragraph',
      text: words.line(
        form === null ? '' : labelOf(awardForms, form),
        level === null ? '' : labelOf(awardLevels, level),
        ...split(group),
      ),
    } as const;
  });

/** Submission (tờ trình) that the list of nominations is an annex of. */
export const buildNominationProposal: BuildReport = (context, input) => {
  const { identity } = context;
  const rows = nominationsOf(context, { ...input, variant: 'proposed' });
  const year = reportYear(context, input.period);
  const addressee = addresseeOf(context, rows);
  const voted = rows.filter((row) => row.councilVotesFor !== null).length;
  return onePaper(`to-trinh-khen-thuong-${identity.officeId}-${year}`, {
    title: words.title,
    subject: words.subject(year),
    addressee,
    blocks: [
      { kind: 'paragraph', text: words.mediationLaw(mediationLaw) },
      { kind: 'paragraph', text: words.awardLaw },
      { kind: 'paragraph', text: words.ask(identity.officeName, addressee, ...split(rows), year) },
      ...linesOf(rows),
      ...(voted === 0 ? [] : [{ kind: 'paragraph', text: words.council(voted, rows.length) } as const]),
      { kind: 'paragraph', text: words.end(addressee) },
    ],
    recipients: [words.asAbove],
    landscape: false,
    numbered: proposalSuffix(context),
  });
};
