import { beforeAll, describe, expect, test } from 'vitest';
import type { ProvenanceCard } from '#shared/contract/provenance-methods.ts';
import { temporaryFolder, type Office } from '#test/support/office.ts';
import { setUpTwoPcs, type TwoPcs } from '#test/support/two-pcs.ts';

const base = temporaryFolder();
let pcs: TwoPcs;
let personId = '';

const put = async (office: Office, values: Readonly<Record<string, unknown>>, reason?: string): Promise<string> => {
  const line = personId === '' ? values : { id: personId, ...values };
  const { results } = await office.ask('record.put', {
    kind: 'person',
    lines: [line],
    ...(reason === undefined ? {} : { reason }),
  });
  return results[0]?.id ?? '';
};

const cardOf = async (office: Office, field: string): Promise<ProvenanceCard> => {
  const [card] = await office.ask('record.provenance', { kind: 'person', id: personId, field });
  if (card === undefined) throw new Error('no card');
  return card;
};

beforeAll(async () => {
  pcs = await setUpTwoPcs(base);
  personId = await put(pcs.first, { fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965', citizenId: '066065001234' });
}, 60_000);

describe('the card of a value', () => {
  test('written here and sent nowhere yet says so', async () => {
    const { installId } = await pcs.first.ask('keys.get', {});
    expect(await cardOf(pcs.first, 'fullName')).toMatchObject({
      title: 'Trần Văn Bình',
      officeId: '654',
      isMasked: false,
      current: {
        text: 'Trần Văn Bình',
        installId,
        n: 1,
        authorName: 'Nguyễn Văn Thử',
        at: '2019-12-02T03:00:00.000Z',
        officeName: 'Phòng Tư pháp huyện Krông Pắc',
        reason: null,
        carrier: null,
        confirmation: null,
      },
      beside: [],
      earlier: [],
    });
  });

  test('names package, reason and everything replaced, at the office and at the province', async () => {
    await pcs.carry(pcs.first, pcs.province);
    await put(pcs.first, { fullName: 'Trần Văn Bính' }, 'đính chính theo quyết định');
    await pcs.carry(pcs.first, pcs.province);
    await put(pcs.first, { note: 'khác' });
    await pcs.carry(pcs.first, pcs.province);
    const own = await cardOf(pcs.first, 'fullName');
    expect(own).toMatchObject({
      current: {
        text: 'Trần Văn Bính',
        n: 2,
        reason: 'đính chính theo quyết định',
        carrier: { kind: 'package', direction: 'sent', number: 2 },
        confirmation: null,
      },
      earlier: [{ text: 'Trần Văn Bình', n: 1, carrier: { direction: 'sent', number: 1 } }],
    });
    expect(await cardOf(pcs.province, 'fullName')).toMatchObject({
      officeName: 'Phòng Tư pháp huyện Krông Pắc',
      current: {
        text: 'Trần Văn Bính',
        carrier: { direction: 'received', number: 2, packageId: own.current?.carrier?.packageId },
      },
      earlier: [{ text: 'Trần Văn Bình', carrier: { direction: 'received', number: 1 } }],
    });
  });

  test('is confirmed from the first receipt that holds it on, not by later ones', async () => {
    await pcs.answer(pcs.first);
    await put(pcs.first, { note: 'khác nữa' });
    await pcs.carry(pcs.first, pcs.province);
    await pcs.answer(pcs.first);
    const confirmations = async (office: Office): Promise<unknown> =>
      Promise.all(['fullName', 'note'].map(async (field) => (await cardOf(office, field)).current?.confirmation?.number));
    expect(await confirmations(pcs.first)).toEqual([2, 3]);
    expect(await confirmations(pcs.province)).toEqual([2, 3]);
  });

  test('is not confirmed any more once its import was taken back', async () => {
    await put(pcs.first, { occupation: 'Làm nông' });
    await pcs.carry(pcs.first, pcs.province);
    await pcs.answer(pcs.first);
    expect((await cardOf(pcs.first, 'occupation')).current?.confirmation?.number).toBe(4);
    const [newest] = await pcs.province.ask('imports.list', {});
    await pcs.province.ask('imports.undo', { importId: newest?.id ?? '' });
    await pcs.answer(pcs.first);
    expect((await cardOf(pcs.first, 'occupation')).current?.confirmation).toBeNull();
    expect((await cardOf(pcs.first, 'fullName')).current?.confirmation?.number).toBe(2);
  });

  test('shows what stands beside it unseen, and who brought each', async () => {
    await pcs.carry(pcs.first, pcs.second);
    await put(pcs.first, { organisation: 'Hội Nông dân' });
    await put(pcs.second, { organisation: 'Hội Phụ nữ' });
    await pcs.carry(pcs.second, pcs.first);
    const card = await cardOf(pcs.first, 'organisation');
    expect([card.current?.text, ...card.beside.map((one) => one.text)].sort()).toEqual(['Hội Nông dân', 'Hội Phụ nữ']);
    const brought = [card.current, ...card.beside].find((one) => one?.text === 'Hội Phụ nữ');
    expect(brought?.carrier).toMatchObject({ kind: 'package', direction: 'received', number: 1 });
    expect(card.earlier).toEqual([]);
  });

  test('shows numbers of people in part, also in history and print; revealing them is written down', async () => {
    const card = await cardOf(pcs.first, 'citizenId');
    expect(card).toMatchObject({ isMasked: true, current: { text: '••••••••1234' } });
    const subject = `person/${personId}/citizenId`;
    const { html } = await pcs.first.ask('report.build', { name: 'provenance', subject });
    expect([html.includes('••••••••1234'), html.includes('066065001234')]).toEqual([true, false]);
    const asked = { kind: 'person', id: personId, field: 'citizenId', reason: 'đối chiếu hồ sơ' };
    expect(await pcs.first.ask('record.revealProvenance', asked)).toMatchObject([
      { isMasked: false, current: { text: '066065001234' } },
    ]);
    expect((await pcs.first.ask('audit.list', {}))[0]).toMatchObject({
      action: 'person-revealed',
      subject: `person/${personId}`,
      reason: 'đối chiếu hồ sơ',
    });
  });

  test('of a mediator is that of the person or of the membership', async () => {
    const team = await pcs.first.ask('record.put', { kind: 'team', lines: [{ name: 'Tổ hòa giải thôn 1', communeId: '24502' }] });
    const put = await pcs.first.ask('record.put', {
      kind: 'mediator',
      lines: [{ personId, teamId: team.results[0]?.id, role: 'leader' }],
    });
    const id = put.results[0]?.id ?? '';
    const kinds = async (field?: string): Promise<readonly string[]> =>
      (await pcs.first.ask('record.provenance', { kind: 'mediator', id, ...(field === undefined ? {} : { field }) })).map(
        (card) => `${card.kind}.${card.field} ${card.current?.text ?? ''}`,
      );
    expect(await kinds('role')).toEqual(['membership.role Tổ trưởng']);
    expect(await kinds('fullName')).toEqual(['person.fullName Trần Văn Bính']);
    expect(await kinds()).toContain('membership.teamId Tổ hòa giải thôn 1');
  });

  test('of a field without a value, an unknown field and an unknown record', async () => {
    expect(await cardOf(pcs.first, 'lawDegree')).toMatchObject({ current: null, earlier: [] });
    expect(await pcs.first.fail('record.provenance', { kind: 'person', id: personId, field: 'x' })).toMatchObject({
      code: 'usage-wrong',
    });
    const nobody = '0190a000-0000-7000-8000-000000000001';
    expect(await pcs.first.fail('record.provenance', { kind: 'person', id: nobody })).toMatchObject({ code: 'record-not-found' });
    expect(await pcs.first.fail('report.build', { name: 'provenance', subject: 'person' })).toMatchObject({
      code: 'usage-wrong',
    });
  });
});
