import type { Issue, RecordValues } from './record.ts';

/** An error where the second date lies before the first; dates known to the year compare by their year. */
export const checkOrder = (values: RecordValues, first: string, second: string): readonly Issue[] => {
  const from = values[first];
  const to = values[second];
  if (typeof from !== 'string' || typeof to !== 'string') return [];
  const length = Math.min(from.length, to.length);
  return to.slice(0, length) < from.slice(0, length)
    ? [{ code: 'dates-reversed', field: second, severity: 'error', details: { first, second } }]
    : [];
};

/** A question where a date lies after today. */
export const checkNotFuture = (values: RecordValues, field: string, today: string): readonly Issue[] => {
  const value = values[field];
  return typeof value === 'string' && value > today ? [{ code: 'date-future', field, severity: 'question' }] : [];
};
