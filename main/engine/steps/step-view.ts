import { findProjected } from '#db/queries/projection.ts';
import type { StepView } from '#shared/contract/step-methods.ts';
import { stepSentence, stepWords, type StepFacts } from '#shared/text/step-words.vi.ts';
import type { QueryContext } from '#engine/context.ts';
import type { WrittenChange } from '#engine/record-change.ts';
import { viewOf } from '#engine/record-view.ts';
import { isUndoable, type Step } from '#engine/sitting.ts';

type Touched = Pick<WrittenChange, 'kind' | 'id' | 'isNew'>;

/** Records of a step, each once. */
const recordsOf = (changes: readonly WrittenChange[]): readonly Touched[] => {
  const records = new Map<string, Touched>();
  for (const change of changes) {
    const key = `${change.kind} ${change.id}`;
    if (!records.has(key)) records.set(key, change);
  }
  return [...records.values()];
};

/** The kind a step is about: a person written with a membership is a mediator. */
const mainKind = (records: readonly Touched[]): string => {
  const kinds = new Set(records.map(({ kind }) => kind));
  if (kinds.has('membership')) return 'membership';
  return records[0]?.kind ?? '';
};

const titleOf = ({ database }: QueryContext, { kind, id }: Touched): string => {
  const found = findProjected(database, kind, id);
  return found === undefined ? '' : viewOf(database, found).title;
};

const factsOf = (context: QueryContext, step: Step, records: readonly Touched[]): StepFacts => {
  const kind = mainKind(records);
  const main = records.filter((record) => record.kind === kind);
  const [only] = main;
  return {
    method: step.method,
    kind: kind === 'membership' ? 'mediator' : kind,
    added: main.filter(({ isNew }) => isNew).length,
    changed: main.filter(({ isNew }) => !isNew).length,
    title: main.length === 1 && only !== undefined ? titleOf(context, only) : '',
    details: step.details,
  };
};

/** A step as people read it. */
export const stepViewOf = (context: QueryContext, step: Step): StepView => {
  const records = recordsOf(step.changes);
  return {
    id: step.id,
    at: step.at,
    sentence: stepSentence(factsOf(context, step, records)),
    recordCount: records.length,
    state: step.state,
    undoable: isUndoable(step),
    instead: isUndoable(step) ? null : (stepWords.instead[step.method] ?? stepWords.tooLarge),
  };
};
