import { findRecord } from '#db/queries/record.ts';
import { removalOf } from '#shared/exchange/heads.ts';
import { answerTakenBack } from '#shared/text/finding-sentences.vi.ts';
import { communeIdsOf } from '#engine/communes.ts';
import type { Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { answerIdOf, currentFindings, findingAnswerKind, listAnsweredFindings, sawOf } from '#engine/finding-answers.ts';

/** `unit` narrows to a commune, or to an office with all its communes. */
export const runCheck: Handler<'check.run'> = (context, { unit, kind, id, withAnswered }) => {
  const communes = unit === undefined ? undefined : new Set([unit, ...communeIdsOf(context, unit)]);
  return currentFindings(context)
    .filter(
      (finding) =>
        communes === undefined || (finding.unitId !== null && communes.has(finding.unitId)) || finding.officeId === unit,
    )
    .filter((finding) => (kind === undefined || finding.kind === kind) && (id === undefined || finding.id === id))
    .filter((finding) => withAnswered || finding.answerId === null)
    .map(({ rests: _rests, ...finding }) => finding);
};

export const answerFinding: Handler<'check.answer'> = (context, { rule, kind, id, note }) => {
  const found = listAnsweredFindings(context).find(
    (one) => one.rule === rule && one.kind === kind && one.id === id && one.severity === 'question',
  );
  if (found === undefined) throw failure('finding-not-found');
  const answerId = answerIdOf(context.identity.officeId, found);
  const stored = findRecord(context.database, findingAnswerKind, answerId);
  if (stored && removalOf(stored.state)) context.records.restore({ kind: findingAnswerKind, id: answerId });
  context.records.write({
    kind: findingAnswerKind,
    id: answerId,
    values: { rule, recordKind: kind, recordId: id, saw: sawOf(found.rests), note: note ?? null },
  });
  return { answerId };
};

export const takeBackAnswer: Handler<'check.takeBackAnswer'> = ({ records }, { answerId }) => {
  records.remove({ kind: findingAnswerKind, id: answerId, reason: answerTakenBack });
  return { answerId };
};
