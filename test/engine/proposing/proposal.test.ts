import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#test/support/office.ts';
import { setUpTwoPcs, type TwoPcs } from '#test/support/two-pcs.ts';

const base = temporaryFolder();
let pcs: TwoPcs;
let id = '';

beforeEach(async () => {
  pcs = await setUpTwoPcs(base);
  const { first, second, province, carry } = pcs;
  const lines = [{ name: 'Tổ thôn 1', communeId: '24502' }];
  id = (await first.ask('record.put', { kind: 'team', lines })).results[0]?.id ?? '';
  await carry(first, second);
  await carry(first, province);
});

const propose = (field = 'name', value: unknown = 'Tổ thôn 1A', reason = 'Theo quyết định số 5') =>
  pcs.province.ask('proposal.make', { kind: 'team', id, field, value, reason });
const stateAt = async (one: TwoPcs['first']) => (await one.ask('proposal.list', {})).map((proposal) => proposal.state);
const nameAt = async (one: TwoPcs['first']) => (await one.ask('record.get', { kind: 'team', id })).values.name;

describe('a proposal', () => {
  test('changes nothing at the province and reaches every PC of the office by receipt, with value, reason and author', async () => {
    const { province, first, second, answer } = pcs;
    const made = await propose();
    expect(made).toMatchObject({ office: '654', kind: 'team', recordId: id, field: 'name', value: 'Tổ thôn 1A' });
    expect(await nameAt(province)).toBe('Tổ thôn 1');
    await answer(first);
    await answer(second);
    const seen = {
      id: made.id,
      office: '654',
      title: 'Tổ thôn 1',
      field: 'name',
      value: 'Tổ thôn 1A',
      current: 'Tổ thôn 1',
      reason: 'Theo quyết định số 5',
      authorName: 'Nguyễn Văn Thử',
      state: 'open',
      answer: null,
    };
    expect(await first.ask('proposal.list', {})).toMatchObject([{ ...seen, answerable: true }]);
    expect(await second.ask('proposal.list', {})).toMatchObject([{ ...seen, answerable: true }]);
    expect(await province.ask('proposal.list', { officeId: '654' })).toMatchObject([{ ...seen, answerable: false }]);
    expect(await province.ask('proposal.list', { officeId: '651' })).toEqual([]);
    expect(await first.ask('state.hash', {})).toEqual(await province.ask('state.hash', { officeId: '654' }));
  });

  test('repeats in every receipt until it is answered; a receipt that would say the same is the same file', async () => {
    const { province, first, second, answer, carry } = pcs;
    const issue = () => province.ask('receipt.issue', { officeId: '654', folder: base });
    const { number } = await issue();
    await propose();
    expect([await issue(), await issue()].map((receipt) => receipt.number)).toEqual([number + 1, number + 1]);
    await answer(first);
    await first.ask('record.put', { kind: 'team', lines: [{ id, note: 'Khác' }] });
    await carry(first, province);
    await answer(second);
    expect(await stateAt(second)).toEqual(['open']);
    const [proposal] = await second.ask('proposal.list', {});
    await second.ask('proposal.refuse', { id: proposal?.id ?? '', reason: 'Tên đúng rồi' });
    await carry(second, province);
    await answer(first);
    expect(await stateAt(first)).toEqual(['refused']);
  });

  test('accepted: the value stands in the books with the province’s reason, the answer travels in the next package', async () => {
    const { province, first, second, carry, answer } = pcs;
    const { id: proposal } = await propose();
    await answer(first);
    expect(await first.ask('proposal.accept', { id: proposal, reason: 'Đúng' })).toEqual({ id: proposal, state: 'accepted' });
    expect(await nameAt(first)).toBe('Tổ thôn 1A');
    const change = (await first.ask('record.history', { kind: 'team', id }))[0];
    expect(change).toMatchObject({ officeId: '654', reason: 'Theo đề xuất của cấp tỉnh: Theo quyết định số 5' });
    expect(await stateAt(province)).toEqual(['open']);
    await carry(first, province);
    await carry(first, second);
    expect(await province.ask('proposal.list', {})).toMatchObject([
      { state: 'accepted', current: 'Tổ thôn 1A', answer: { reason: 'Đúng', authorName: 'Nguyễn Văn Thử' } },
    ]);
    expect(await first.fail('proposal.refuse', { id: proposal })).toMatchObject({ code: 'proposal-answered' });
    expect(await province.fail('proposal.withdraw', { id: proposal })).toMatchObject({ code: 'proposal-answered' });
    await first.ask('proposal.refuse', { id: proposal, again: true, reason: 'Nhầm' });
    expect([await nameAt(first), await stateAt(first)]).toEqual(['Tổ thôn 1', ['refused']]);
    expect(await first.fail('proposal.accept', { id: proposal, again: true })).toMatchObject({ code: 'proposal-outdated' });
    await carry(first, province);
    await carry(first, second);
    expect(await province.ask('proposal.list', {})).toMatchObject([{ state: 'refused', answer: { reason: 'Nhầm' } }]);
    await answer(second);
    expect(await stateAt(second)).toEqual([]);
    const hashes = await Promise.all([first, second, province].map((one) => one.ask('state.hash', { officeId: '654' })));
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(1);
  });

  test('refused: the record stays, the reason is known at the province', async () => {
    const { province, first, carry, answer } = pcs;
    const { id: proposal } = await propose();
    await answer(first);
    await first.ask('proposal.refuse', { id: proposal, reason: 'Tên theo quyết định khác' });
    await carry(first, province);
    expect(await nameAt(first)).toBe('Tổ thôn 1');
    expect(await province.ask('proposal.list', {})).toMatchObject([
      { state: 'refused', answer: { reason: 'Tên theo quyết định khác' } },
    ]);
    expect(await first.fail('proposal.accept', { id: proposal })).toMatchObject({ code: 'proposal-answered' });
    await first.ask('proposal.accept', { id: proposal, again: true });
    expect([await nameAt(first), await stateAt(first)]).toEqual(['Tổ thôn 1A', ['accepted']]);
  });

  test('is outdated on both sides once the field has changed; it can no longer be accepted, only refused', async () => {
    const { province, first, carry, answer } = pcs;
    const { id: proposal } = await propose();
    await first.ask('record.put', { kind: 'team', lines: [{ id, name: 'Tổ thôn 1B' }] });
    await answer(first);
    expect(await stateAt(first)).toEqual(['outdated']);
    expect(await first.fail('proposal.accept', { id: proposal })).toMatchObject({ code: 'proposal-outdated' });
    expect(await nameAt(first)).toBe('Tổ thôn 1B');
    await carry(first, province);
    expect(await stateAt(province)).toEqual(['outdated']);
    await first.ask('proposal.refuse', { id: proposal });
    await carry(first, province);
    expect(await stateAt(province)).toEqual(['refused']);
  });

  test('that is taken back shows so at the office with the next receipt', async () => {
    const { province, first, answer } = pcs;
    const { id: proposal } = await propose();
    await answer(first);
    await province.ask('proposal.withdraw', { id: proposal });
    expect(await stateAt(province)).toEqual(['withdrawn']);
    await answer(first);
    expect(await stateAt(first)).toEqual(['withdrawn']);
    expect(await first.ask('proposal.list', { openOnly: true })).toEqual([]);
    expect(await first.fail('proposal.accept', { id: proposal })).toMatchObject({ code: 'proposal-answered' });
  });

  test('may be an opinion on a conflict: accepting it ends the conflict', async () => {
    const { province, first, second, carry, answer } = pcs;
    await first.ask('record.put', { kind: 'team', lines: [{ id, name: 'Tổ A' }] });
    await second.ask('record.put', { kind: 'team', lines: [{ id, name: 'Tổ B' }] });
    await carry(first, second);
    await carry(second, province);
    const [conflict] = await province.ask('conflict.list', {});
    const opinion = conflict?.values.find((one) => one.shown)?.value;
    const { id: proposal } = await propose('name', opinion, 'Khớp biên bản');
    await answer(second);
    await second.ask('proposal.accept', { id: proposal });
    expect(await second.ask('conflict.list', {})).toEqual([]);
    expect(await nameAt(second)).toBe(opinion);
  });

  test('may be to remove a record, or to bring one back', async () => {
    const { province, first, carry, answer } = pcs;
    const { id: removal } = await propose('removed', true, 'Trùng với tổ khác');
    await answer(first);
    await first.ask('proposal.accept', { id: removal });
    expect(await first.ask('record.get', { kind: 'team', id })).toMatchObject({ removed: true });
    await carry(first, province);
    expect(await stateAt(province)).toEqual(['accepted']);
    const { id: back } = await propose('removed', null, 'Không trùng');
    await answer(first);
    await first.ask('proposal.accept', { id: back });
    expect(await first.ask('record.get', { kind: 'team', id })).toMatchObject({ removed: false });
  });

  test('follows the rules of its field, belongs to another office’s record, and says something new', async () => {
    const { province, first, answer } = pcs;
    const failCode = async (input: Readonly<Record<string, unknown>>) =>
      (await province.fail('proposal.make', { kind: 'team', id, field: 'name', value: 'x', reason: 'r', ...input })).code;
    expect(await failCode({ value: '' })).toBe('validation-failed');
    expect(await failCode({ value: 'Tổ thôn 1' })).toBe('proposal-no-change');
    expect(await failCode({ field: 'colour' })).toBe('usage-wrong');
    expect(await failCode({ field: 'removed', value: 'x' })).toBe('usage-wrong');
    expect(await failCode({ field: 'removed', value: null })).toBe('proposal-no-change');
    expect(await failCode({ id: '0190b000-0000-7000-8000-00000000ffff' })).toBe('record-not-found');
    const own = await province.ask('record.put', {
      kind: 'person',
      lines: [{ fullName: 'Trần Văn Tỉnh', sex: 'male', birthDate: '1970' }],
    });
    const person = { kind: 'person', id: own.results[0]?.id ?? '', field: 'fullName', value: 'Trần Văn Huyện' };
    expect(await failCode(person)).toBe('proposal-own-record');
    expect((await first.fail('proposal.make', { kind: 'team', id, field: 'name', value: 'y', reason: 'r' })).code).toBe(
      'wrong-tier',
    );
    const { id: proposal } = await propose();
    await answer(first);
    expect((await province.fail('proposal.accept', { id: proposal })).code).toBe('record-not-owned');
    expect((await first.fail('proposal.accept', { id })).code).toBe('proposal-not-found');
  });
});
