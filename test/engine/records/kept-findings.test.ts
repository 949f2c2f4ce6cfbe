import fc from 'fast-check';
import { expect, test } from 'vitest';
import { communeOf, enterTeam, password, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';
import { runsOf } from '#test/support/runs.ts';

const base = temporaryFolder();
const commune = communeOf['654'] ?? '';

type Books = { readonly office: Office; readonly teamId: string; readonly people: readonly string[] };
/** Something that happens to the books; what is refused leaves them as they were. */
type Step = (books: Books) => Promise<unknown>;

const whose = fc.nat(2);
const idOf = ({ people }: Books, who: number): string => people[who] ?? '';
const put = ({ office }: Books, kind: string, ...lines: Record<string, unknown>[]) =>
  office.engine.call('record.put', { kind, lines });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(whose, fc.constantFrom('1921', '1970', '2010-05-01')).map(
    ([who, birthDate]): Step =>
      (books) =>
        put(books, 'person', { id: idOf(books, who), birthDate }),
  ),
  fc.tuple(whose, fc.constantFrom('Trần Văn Hoa', 'LÊ THỊ B', 'Y Bhok')).map(
    ([who, fullName]): Step =>
      (books) =>
        put(books, 'person', { id: idOf(books, who), fullName }),
  ),
  fc.constantFrom('Tổ hòa giải thôn 1', 'Tổ hòa giải buôn Pan').map(
    (name): Step =>
      (books) =>
        put(books, 'team', { id: books.teamId, name }),
  ),
  whose.map(
    (who): Step =>
      (books) =>
        books.office.engine.call('record.remove', { kind: 'person', id: idOf(books, who), reason: 'Ghi nhầm' }),
  ),
  whose.map(
    (who): Step =>
      (books) =>
        books.office.engine.call('record.restore', { kind: 'person', id: idOf(books, who) }),
  ),
  whose.map(
    (who): Step =>
      (books) =>
        put(books, 'person', { id: idOf(books, who), birthDate: '1960' }, { id: idOf(books, who), birthDate: 'không rõ' }),
  ),
  fc.constantFrom('2019-12-03', '2031-01-05').map((day): Step => ({ office }) => {
    office.clock.moveTo(`${day}T03:00:00.000Z`);
    return Promise.resolve();
  }),
);

test('findings that follow single records are those that are worked out from the whole books', async () => {
  const office = await setUpOffice(base, '654');
  const { teamId, mediatorIds } = await enterTeam(office, commune, threeMembers);
  const people = await Promise.all(mediatorIds.map(async (id) => (await office.ask('mediator.get', { id })).person.id));
  const seen = () => office.ask('check.run', { withAnswered: true });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      await seen();
      for (const happens of steps) {
        await happens({ office, teamId, people });
        await seen();
      }
      const kept = await seen();
      await office.ask('workspace.lock', {});
      await office.ask('workspace.unlock', { folder: office.folder, password });
      expect(kept).toEqual(await seen());
    }),
    runsOf(25),
  );
});
