type Proved = {
  readonly kind: string;
  readonly office: string;
  readonly seq: number;
  readonly packageId: string;
  readonly digits: string;
  readonly paperCode: string;
  readonly payloadHash: string;
  /** `null` for a receipt, which brings only what is new. */
  readonly stateHash: string | null;
};

/** How somebody without the program checks a package, laid beside the evidence. */
export const proofWords = {
  guideFile: 'CACH-KIEM-TRA.txt',
  done: (office: string, seq: number, folder: string): string =>
    `Đã lập bộ chứng minh của gói số ${seq} (${office}) tại ${folder}. Thư mục có số liệu cá nhân đã giải mã; đề nghị giữ kín.`,
  guide: ({ kind, office, seq, packageId, digits, paperCode, payloadHash, stateHash }: Proved): string =>
    [
      `${kind === 'receipt' ? 'Biên nhận' : 'Gói dữ liệu'} số ${seq}, đơn vị ${office}`,
      '',
      'Thư mục này đủ để kiểm tra tệp bằng minisign và sha256sum, không cần chương trình.',
      'Có số liệu cá nhân đã giải mã: giữ kín, xóa khi kiểm tra xong.',
      '',
      '1. Không tệp nào trong thư mục bị thay đổi:',
      '   sha256sum -c SHA256SUMS',
      '2. Phong bì do đúng máy của đơn vị ký:',
      '   minisign -V -p signer.pub -m envelope.json',
      '3. Khóa của máy (dòng cuối của signer.pub) có trong danh sách tin cậy do cấp tỉnh ký:',
      '   minisign -V -p province.pub -m trust.json',
      '   (cấp tỉnh đã đổi khóa: dùng province-2.pub, province-3.pub ...)',
      '4. Phiếu giấy và tệp là của nhau: mã gói là mã băm của phong bì',
      '   sha256sum envelope.json',
      `   mã gói:       ${packageId}`,
      `   số trên phiếu: ${digits}`,
      `   mã QR:        ${paperCode}`,
      '5. Nội dung mã hóa đúng như phong bì ghi (payloadHash):',
      '   sha256sum payload.age',
      `   ${payloadHash}`,
      ...(stateHash === null
        ? []
        : ['6. Số liệu giải mã đúng như phong bì ghi (stateHash):', '   sha256sum state.jsonl', `   ${stateHash}`]),
      '',
    ].join('\n'),
} as const;
