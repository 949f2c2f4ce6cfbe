import type { stepMethods, StepTaken } from '#shared/contract/step-methods.ts';
import type { CommandContext, Handler, HandlersOf, QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { rehearse } from '#engine/rehearse.ts';
import { isUndoable, withTakenBack, type Sitting, type Step } from '#engine/sitting.ts';
import { targetTitles } from '#engine/target-titles.ts';
import { stepViewOf } from './step-view.ts';
import { takeBack } from './take-back.ts';

const newestDone = ({ steps }: Sitting): Step | undefined => steps.findLast(({ state }) => state === 'done');

const list: Handler<'step.list'> = (context) => {
  const { sitting } = context;
  const newest = newestDone(sitting);
  return {
    steps: sitting.steps.toReversed().map((step) => stepViewOf(context, step)),
    undo: newest !== undefined && isUndoable(newest) ? newest.id : null,
    redo: sitting.toRedo[0] ?? null,
  };
};

/** Fails with `step-not-found`. */
const getStep = ({ sitting }: QueryContext, id: number): Step => {
  const found = sitting.steps.find((step) => step.id === id);
  if (found === undefined) throw failure('step-not-found');
  return found;
};

const chosenStep = (context: QueryContext, wanted: Step['state'], id: number | undefined): Step => {
  const { sitting } = context;
  const next = wanted === 'done' ? newestDone(sitting)?.id : sitting.toRedo[0];
  const chosen = id ?? next;
  if (chosen === undefined) throw failure('step-none', { direction: wanted === 'done' ? 'hoàn tác' : 'làm lại' });
  const step = getStep(context, chosen);
  if (!isUndoable(step)) throw failure('step-not-undoable');
  if (step.state !== wanted) throw failure(wanted === 'done' ? 'step-undone' : 'step-not-undone');
  return step;
};

const takeWith = async (task: TaskContext, context: CommandContext, step: Step) => {
  const view = stepViewOf(context, step);
  const taken = await takeBack(context, step, (done, total) => task.progress({ step: 'undo', done, total }));
  const shown: StepTaken = {
    step: view,
    direction: step.state === 'done' ? 'undo' : 'redo',
    items: [...taken.items],
    kept: [...taken.kept],
    titles: targetTitles(
      context.database,
      taken.items.flatMap(({ kind, fields }) => fields.map((one) => ({ kind, ...one }))),
    ),
  };
  return { shown, standsFor: taken.standsFor };
};

const preview: Handler<'step.preview'> = (task, { stepId }) =>
  rehearse(task, async (context) => {
    const step = getStep(context, stepId);
    if (!isUndoable(step)) throw failure('step-not-undoable');
    return (await takeWith(task, context, step)).shown;
  });

const take =
  (wanted: Step['state']): Handler<'step.undo'> =>
  (task, { stepId, partly }) =>
    task.writeInSteps(async (context) => {
      const step = chosenStep(context, wanted, stepId);
      const { shown, standsFor } = await takeWith(task, context, step);
      if (shown.kept.length > 0 && (!partly || shown.items.length === 0))
        throw failure('step-changed-since', { step: step.id, count: shown.kept.length });
      context.steps.replace(
        withTakenBack(context.steps.now(), { stepId: step.id, written: context.records.written(), standsFor }),
      );
      return { ...shown, step: { ...shown.step, state: wanted === 'done' ? 'undone' : 'done' } };
    });

export const stepHandlers: HandlersOf<keyof typeof stepMethods> = {
  'step.list': list,
  'step.preview': preview,
  'step.undo': take('done'),
  'step.redo': take('undone'),
};
