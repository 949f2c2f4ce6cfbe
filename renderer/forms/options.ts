import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useDeferredValue } from 'react';
import type { RecordView } from '#shared/contract/views.ts';
import { formatDate } from '#shared/domain/date.ts';
import type { Field } from '#shared/domain/field.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { unitName } from '../components/format.ts';
import { ask } from '../rpc/engine.ts';
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

/** So many records are at hand while typing; of more, the engine finds those that hold what is typed. */
const atHand = 5000;
/** More than fit on the screen help nobody. */
const foundAtMost = 80;

/** Those of the form's own commune first, the others after them. */
const ownFirst = (rows: readonly RecordView[], { communeId }: FormPlace): readonly RecordView[] =>
  communeId === null
    ? rows
    : [...rows.filter((row) => row.values.communeId === communeId), ...rows.filter((row) => row.values.communeId !== communeId)];

type Asked = {
  /** What is typed in the field just now. */
  readonly typed: string;
  /** What is chosen in it. */
  readonly chosen: readonly string[];
};

/** Records of a kind: all of an office where they are not too many, else the first, those that are typed for and those that are chosen. */
const useRecords = (
  kind: string | undefined,
  office: { readonly officeId?: string },
  { typed, chosen }: Asked,
): readonly RecordView[] => {
  const asked = { kind: kind ?? '', ...office };
  const first = useAnswer('record.list', { ...asked, limit: atHand }, { enabled: kind !== undefined }).data;
  const isMore = first !== undefined && first.total > first.rows.length;
  const find = useDeferredValue(typed.trim());
  const found = useAnswer('record.list', { ...asked, find, limit: foundAtMost }, { enabled: isMore && find !== '' }).data;
  const known = new Map(
    [...(first?.rows ?? []), ...(isMore && find !== '' ? (found?.rows ?? []) : [])].map((row) => [row.id, row]),
  );
  const missing = isMore ? chosen.filter((id) => !known.has(id)) : [];
  const { data: others = [] } = useQuery({
    queryKey: ['record.get', kind, missing],
    queryFn: () => Promise.all(missing.map((id) => ask('record.get', { kind: kind ?? '', id }))),
    enabled: missing.length > 0,
  });
  return [...known.values(), ...others.filter(({ id }) => missing.includes(id))];
};

/** What can be chosen in a field: its codes, the communes of the office, or records of the kind it points to. */
export const useOptions = (field: Field, asked: Asked): readonly Option[] => {
  const place = useFormPlace();
  const office = place.officeId === undefined ? {} : { officeId: place.officeId };
  const communes = useAnswer('catalogue.officeCommunes', office, { enabled: field.type === 'unit' });
  const records = useRecords(field.to, office, asked);
  if (field.codes) return field.codes.map((entry) => ({ value: entry.code, label: entry.label }));
  if (field.type === 'unit') return (communes.data ?? []).map((unit) => ({ value: unit.id, label: unit.fullName }));
  return ownFirst(records, place).map((record) => ({ value: record.id, label: labelOfRecord(record, place) }));
};
