import { createContext, useContext } from 'react';
import type { RecordView } from '#shared/contract/views.ts';
import { formatDate } from '#shared/domain/date.ts';
import type { Field } from '#shared/domain/field.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { unitName } from '../components/format.ts';
import { useAnswer } from '../rpc/use-engine.ts';

export type Option = { readonly value: string; readonly label: string };

/** What a form knows beside its fields: the commune that its record belongs to, whose office it is, whether it may be changed. */
export type FormPlace = {
  readonly communeId: string | null;
  readonly officeId?: string;
  readonly isReadOnly?: boolean;
};

const FormPlaceContext = createContext<FormPlace>({ communeId: null });
export const FormPlaceProvider = FormPlaceContext.Provider;
export const useFormPlace = (): FormPlace => useContext(FormPlaceContext);

const labelOfRecord = (record: RecordView, place: FormPlace): string => {
  const commune = record.values.communeId;
  const where = typeof commune === 'string' && commune !== place.communeId ? ` (${unitName(commune)})` : '';
  const day = record.values.decidedOn;
  const born = record.values.birthDate;
  const year = typeof born === 'string' ? ` (${born.slice(0, 4)})` : '';
  return `${record.title}${year}${typeof day === 'string' ? ` ${words.form.ofDay} ${formatDate(day)}` : ''}${where}`;
};

const limit = 5000;

/** Those of the form's own commune first, the others after them. */
const ownFirst = (rows: readonly RecordView[], { communeId }: FormPlace): readonly RecordView[] =>
  communeId === null
    ? rows
    : [...rows.filter((row) => row.values.communeId === communeId), ...rows.filter((row) => row.values.communeId !== communeId)];

/** What can be chosen in a field: its codes, the communes of the office, or records of the kind it points to. */
export const useOptions = (field: Field): readonly Option[] => {
  const place = useFormPlace();
  const office = place.officeId === undefined ? {} : { officeId: place.officeId };
  const communes = useAnswer('catalogue.officeCommunes', office, { enabled: field.type === 'unit' });
  const records = useAnswer('record.list', { kind: field.to ?? '', limit, ...office }, { enabled: field.to !== undefined });
  if (field.codes) return field.codes.map((entry) => ({ value: entry.code, label: entry.label }));
  if (field.type === 'unit') return (communes.data ?? []).map((unit) => ({ value: unit.id, label: unit.fullName }));
  if (field.to === undefined) return [];
  return ownFirst(records.data?.rows ?? [], place).map((record) => ({
    value: record.id,
    label: labelOfRecord(record, place),
  }));
};
