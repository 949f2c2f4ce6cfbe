import { actionGroups, actionTexts, showKey, type ActionId } from './action-words.vi.ts';

export type KeyLine = { readonly keys: string; readonly label: string; readonly action?: ActionId };
export type KeySection = { readonly title: string; readonly lines: readonly KeyLine[] };

type Group = keyof typeof actionGroups;

/** Keys that belong to a field, a row or a table and have no action of their own. */
const more: Readonly<Record<Group | 'grid', readonly (readonly [keys: string, label: string])[]>> = {
  everywhere: [
    ['Alt+1 ... Alt+9', 'Chuyển trang theo thứ tự ở cột trái'],
    ['Ctrl và +, -, 0', 'Phóng to, thu nhỏ, cỡ chữ thường'],
  ],
  list: [
    ['↑ ↓ và Enter, F2', 'Chọn và mở dòng'],
    ['Dấu cách, Shift+↑ ↓, Ctrl+A', 'Đánh dấu nhiều dòng để in, kết xuất'],
    ['↑ từ dòng đầu', 'Lên tiêu đề cột: Enter sắp xếp, Shift+← → đổi độ rộng, Ctrl+← → dời cột'],
  ],
  form: [
    ['Enter / Shift+Enter', 'Mục sau / mục trước'],
    ['F4', 'Mở danh sách của mục; thêm mới thôn, buôn, quyết định ngay tại mục đang nhập'],
  ],
  grid: [
    ['Enter / Shift+Enter', 'Ô trống tiếp theo / ô trước'],
    ['Alt+Enter', 'Sang dòng sau'],
    ['Ctrl+D', 'Như dòng trên'],
    ['Shift+↑ ↓, rồi Ctrl+D', 'Chọn nhiều ô của cột, điền xuống ô đầu; Delete xóa các ô đã chọn'],
    ['Ctrl+Z / Ctrl+Y', 'Hoàn tác, làm lại trong bảng'],
    ['Ctrl+Delete, F8', 'Bỏ dòng'],
    ['Ctrl+V', 'Dán các dòng chép từ Excel, Word'],
  ],
};

const linesOf = (group: Group): readonly KeyLine[] => [
  ...(Object.keys(actionTexts) as readonly ActionId[])
    .filter((id) => actionTexts[id].group === group)
    .map((id) => ({ keys: actionTexts[id].keys.map(showKey).join(', '), label: actionTexts[id].label, action: id })),
  ...more[group].map(([keys, label]) => ({ keys, label })),
];

/** Every key of the program, for the list on the screen and for the guide on paper. */
export const keySections: readonly KeySection[] = [
  ...(Object.keys(actionGroups) as readonly Group[]).map((group) => ({ title: actionGroups[group], lines: linesOf(group) })),
  { title: 'Bảng nhập', lines: more.grid.map(([keys, label]) => ({ keys, label })) },
];

/** Words of the palette and of the list of keys. */
export const paletteWords = {
  title: 'Bảng lệnh',
  placeholder: 'Gõ tên trang, việc cần làm, phiếu mở gần đây; không cần dấu',
  here: 'Trang đang mở',
  screens: 'Chuyển trang',
  add: 'Thêm mới',
  recent: 'Mở gần đây',
  none: 'Không có lệnh nào khớp.',
  keysTitle: 'Phím tắt',
  refreshed: 'Đã đọc lại số liệu.',
} as const;
