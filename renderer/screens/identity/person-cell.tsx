import type { PersonCard } from '#shared/contract/identity-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatPartial } from '#renderer/components/format.ts';

/** A person in one line: name, birth, where. */
export const PersonCell = ({ person }: { readonly person: PersonCard | null }) => {
  if (person === null) return <span className="muted">{words.duplicates.unknown}</span>;
  const where = [person.teamName, person.communeName].filter((part) => part !== '').join(', ');
  return (
    <span title={`${person.fullName}, ${formatPartial(person.birthDate)}, ${where}`}>
      {person.fullName} <span className="muted">{[formatPartial(person.birthDate), where].filter(Boolean).join(', ')}</span>
    </span>
  );
};
