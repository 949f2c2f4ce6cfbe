import { afterEach, expect, it } from 'vitest';
import { actionFor, combinationOf, offer, openActions } from '#renderer/actions/registry.ts';
import { actionTexts, showKey, type ActionText } from '#shared/text/action-words.vi.ts';

const taken: (() => void)[] = [];

afterEach(() => {
  for (const takeBack of taken.splice(0)) takeBack();
});

const pressed = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey', boolean>> = {}): string =>
  combinationOf({ key, ctrlKey: false, altKey: false, shiftKey: false, ...held });

it('writes pressed keys as the list of actions does', () => {
  expect([
    pressed('P', { ctrlKey: true, shiftKey: true }),
    pressed('p', { ctrlKey: true }),
    pressed('?', { shiftKey: true }),
    pressed('F8'),
    pressed('Enter', { shiftKey: true }),
    pressed('Escape'),
  ]).toEqual(['ctrl+shift+p', 'ctrl+p', '?', 'f8', 'shift+enter', 'escape']);
});

it('gives every key to one action only', () => {
  const keys = Object.values<ActionText>(actionTexts).flatMap((action) => action.keys);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

it('starts what the screen offered last, and only while it offers it', () => {
  const done: string[] = [];
  taken.push(offer({ id: 'list.add', label: 'Thêm tổ', run: () => done.push('team') }));
  const takeBack = offer({ id: 'list.add', label: 'Thêm hòa giải viên', run: () => done.push('mediator') });
  actionFor('ctrl+n', openActions())?.run();
  takeBack();
  actionFor('ctrl+n', openActions())?.run();
  expect(done).toEqual(['mediator', 'team']);
  expect(actionFor('ctrl+b', openActions())).toBeUndefined();
});

it('shows keys as people write them', () => {
  expect(['ctrl+shift+p', 'f10', 'escape', 'ctrl+/'].map(showKey)).toEqual(['Ctrl+Shift+P', 'F10', 'Esc', 'Ctrl+/']);
});
