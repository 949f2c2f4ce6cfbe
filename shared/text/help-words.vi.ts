/** Words of the guide's window and the list of keys; the text of the guide is in `guide/`. */
export const helpWords = {
  title: 'Trợ giúp',
  fileName: 'tro-giup.pdf',
  keysTitle: 'Phím tắt',
  contents: 'Mục lục',
  search: 'Tìm trong hướng dẫn',
  print: 'In hướng dẫn',
} as const;
