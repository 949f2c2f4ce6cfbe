import { expect, test } from 'vitest';
import { outlineOfDraft } from '#engine/workspace/draft-outline.ts';

test.each([
  ['{"name":"  Tổ hòa giải thôn 1 ","communeId":"24502"}', { title: 'Tổ hòa giải thôn 1', rowCount: 1 }],
  ['{"fullName":"","note":"gọi lại"}', { title: 'gọi lại', rowCount: 1 }],
  ['[{"teamId":"thôn 1"},{"fullName":"Lê Thị Hoa"}]', { title: 'Lê Thị Hoa', rowCount: 2 }],
  ['{"fullName":7}', { title: '', rowCount: 1 }],
  ['[null, 3]', { title: '', rowCount: 2 }],
  ['not what a form keeps', { title: '', rowCount: 1 }],
])('a draft tells what it is about: %s', (content, outline) => {
  expect(outlineOfDraft(content)).toEqual(outline);
});
