/** What an action is called, by which keys it is started, and under which heading the list of keys shows it. */
export type ActionText = {
  readonly label: string;
  /** Small letters, modifiers first: `ctrl+shift+p`, `f3`, `escape`; a lone sign works only where nothing is typed. */
  readonly keys: readonly string[];
  readonly group: keyof typeof actionGroups;
  /** In a field with unsaved typing the key belongs to the field, e.g. its own undo. */
  readonly yieldsToTyping?: true;
};

/** Headings of the list of keys, in its order. */
export const actionGroups = {
  everywhere: 'Ở mọi trang',
  list: 'Danh sách',
  form: 'Phiếu nhập',
} as const;

/**
 * Every action that has a name, once: the palette, the list of keys, tooltips and the handling of keys read it here. A screen says with
 * `useAction` what it does for an action while it is open. F1, F2, F3 and F5 mean what they mean in office programs, F4, F7 and F8 what
 * accounting programs of Vietnamese offices have made of them, F10 the menu.
 */
export const actionTexts = {
  'app.help': { group: 'everywhere', label: 'Trợ giúp về trang đang mở', keys: ['f1'] },
  'app.keys': { group: 'everywhere', label: 'Danh sách phím tắt', keys: ['ctrl+/', '?'] },
  'app.palette': {
    group: 'everywhere',
    label: 'Bảng lệnh: mọi trang, mọi việc, phiếu mở gần đây',
    keys: ['ctrl+shift+p', 'f10'],
  },
  'app.search': { group: 'everywhere', label: 'Tìm nhanh trong cả sổ', keys: ['ctrl+k', '/'] },
  'app.find': { group: 'everywhere', label: 'Tìm trong trang đang mở', keys: ['f3', 'ctrl+f'] },
  'app.refresh': { group: 'everywhere', label: 'Đọc lại số liệu', keys: ['f5'] },
  'app.nextPart': { group: 'everywhere', label: 'Sang phần khác: cột trái, ô tìm, nội dung', keys: ['f6'] },
  'app.nextTab': { group: 'everywhere', label: 'Sang thẻ sau của trang', keys: ['ctrl+pagedown'] },
  'app.previousTab': { group: 'everywhere', label: 'Về thẻ trước của trang', keys: ['ctrl+pageup'] },
  'app.findings': { group: 'everywhere', label: 'Kiểm tra lỗi', keys: ['f9'] },
  'app.print': { group: 'everywhere', label: 'In giấy tờ của trang đang mở', keys: ['ctrl+p', 'f7'] },
  'app.provenance': { group: 'everywhere', label: 'Nguồn gốc của giá trị đang chọn', keys: ['ctrl+i'] },
  'app.close': { group: 'everywhere', label: 'Đóng, trở lại', keys: ['escape'] },
  'app.lock': { group: 'everywhere', label: 'Khóa sổ', keys: ['ctrl+l'] },
  'app.undo': { group: 'everywhere', label: 'Hoàn tác việc vừa ghi', keys: ['ctrl+z'], yieldsToTyping: true },
  'app.redo': { group: 'everywhere', label: 'Làm lại việc vừa hoàn tác', keys: ['ctrl+y'], yieldsToTyping: true },
  'app.steps': { group: 'everywhere', label: 'Việc vừa làm: xem và hoàn tác từng việc', keys: ['ctrl+h'] },
  'list.add': { group: 'list', label: 'Thêm mới', keys: ['ctrl+n'] },
  'list.grid': { group: 'list', label: 'Nhập bảng: nhiều dòng một lần', keys: ['ctrl+b'] },
  'list.bulk': { group: 'list', label: 'Một việc cho các dòng đã chọn', keys: ['ctrl+e'] },
  'list.openFile': { group: 'list', label: 'Chọn tệp', keys: ['ctrl+o'] },
  'form.save': { group: 'form', label: 'Ghi; ở phiếu mới: rồi mở hoặc đóng phiếu', keys: ['ctrl+s'] },
  'form.saveNext': {
    group: 'form',
    label: 'Ghi; ở phiếu mới và dòng nhập: sang phiếu, dòng tiếp theo',
    keys: ['ctrl+enter'],
  },
  'form.history': { group: 'form', label: 'Lịch sử thay đổi', keys: ['ctrl+shift+h'] },
  'form.remove': { group: 'form', label: 'Xóa bản ghi', keys: ['f8'] },
} as const satisfies Readonly<Record<string, ActionText>>;

export type ActionId = keyof typeof actionTexts;

/** An action's text, widened from its own literal type. */
export const actionText = (id: ActionId): ActionText => actionTexts[id];

const keyNames: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  escape: 'Esc',
  enter: 'Enter',
  delete: 'Delete',
  pagedown: 'PageDown',
  pageup: 'PageUp',
  insert: 'Insert',
};

/** A combination as people write it: `ctrl+shift+p` is "Ctrl+Shift+P". */
export const showKey = (combination: string): string =>
  combination
    .split('+')
    .map((part) => keyNames[part] ?? part.toUpperCase())
    .join('+');
