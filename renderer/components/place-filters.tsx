import { words } from '#shared/text/screen-words.vi.ts';
import { ChoiceInput } from '../forms/choice-input.tsx';
import { useAnswer } from '../rpc/use-engine.ts';
import { useSession } from '../session.tsx';

export type PlaceFilter = { readonly officeId: string; readonly communeId: string };
export const everywhere: PlaceFilter = { officeId: '', communeId: '' };

/** Only what is chosen, as the engine takes it. */
export const chosenOf = <T extends Readonly<Record<string, string>>>(filter: T): Partial<T> =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '')) as Partial<T>;

/** The offices that send to the open one; none in a district. */
export const useOffices = (): readonly { readonly id: string; readonly name: string }[] => {
  const { office } = useSession();
  const { data } = useAnswer('status.get', {}, { enabled: office.tier === 'province' });
  return (data?.offices ?? []).map((one) => ({ id: one.officeId, name: one.name }));
};

type PlaceFiltersProps = {
  readonly value: PlaceFilter;
  readonly onChange: (value: PlaceFilter) => void;
  readonly width?: number;
};

/** Where: at the province an office, everywhere a commune. */
export const PlaceFilters = ({ value, onChange, width = 220 }: PlaceFiltersProps) => {
  const { office } = useSession();
  const offices = useOffices();
  const communes = useAnswer('catalogue.officeCommunes', value.officeId === '' ? {} : { officeId: value.officeId });
  return (
    <>
      {office.tier === 'province' ? (
        <ChoiceInput
          width={width + 30}
          label={words.teams.office}
          placeholder={words.common.all}
          options={offices.map((one) => ({ value: one.id, label: one.name }))}
          value={value.officeId}
          onChange={(officeId) => {
            onChange({ officeId, communeId: '' });
          }}
        />
      ) : null}
      <ChoiceInput
        width={width}
        label={words.teams.commune}
        placeholder={words.common.all}
        options={(communes.data ?? []).map((unit) => ({ value: unit.id, label: unit.fullName }))}
        value={value.communeId}
        onChange={(communeId) => {
          onChange({ ...value, communeId });
        }}
      />
    </>
  );
};
