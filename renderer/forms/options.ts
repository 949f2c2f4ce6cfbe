import type { Field } from '#shared/domain/field.ts';
import type { RecordView } from '#shared/contract/views.ts';
import { formatDate } from '#shared/domain/date.ts';
import { useAnswer } from '../rpc/use-engine.ts';
import { unitName } from '../components/format.ts';

export type Option = { readonly value: string; readonly label: string };

const labelOfRecord = (record: RecordView): string => {
  const commune = record.values.communeId;
  const place = typeof commune === 'string' ? ` (${unitName(commune)})` : '';
  const day = record.values.decidedOn;
  return `${record.title}${typeof day === 'string' ? ` ngày ${formatDate(day)}` : ''}${place}`;
};

const limit = 5000;

/** What can be chosen in a field: its codes, the communes of the office, or records of the kind it points to. */
export const useOptions = (field: Field, enabled: boolean): readonly Option[] => {
  const communes = useAnswer('catalogue.officeCommunes', {}, { enabled: enabled && field.type === 'unit' });
  const records = useAnswer('record.list', { kind: field.to ?? '', limit }, { enabled: enabled && field.to !== undefined });
  if (field.codes) return field.codes.map((entry) => ({ value: entry.code, label: entry.label }));
  if (field.type === 'unit') return (communes.data ?? []).map((unit) => ({ value: unit.id, label: unit.fullName }));
  if (field.to === undefined) return [];
  return (records.data?.rows ?? []).map((record) => ({ value: record.id, label: labelOfRecord(record) }));
};
