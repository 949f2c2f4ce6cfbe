import { fold, toneKey } from '#shared/text/vietnamese.ts';
import type { ColumnTarget } from './column-target.ts';

/** `sure`: the words mean this and nothing else; `likely`: the content decides or a person should look. */
export type HeaderGuess = { readonly target: ColumnTarget; readonly confidence: 'sure' | 'likely' };

type Rule = readonly [pattern: RegExp, target: ColumnTarget, confidence?: 'likely'];

/** Words of a column's own head (folded), most telling first. Collected from rosters as communes make them and the circulars' forms. */
const rules: readonly Rule[] = [
  [/^(so )?(stt|tt|so thu tu|so tt|thu tu)\b/, 'index'],
  [/\b(cccd|cmnd|can cuoc|cmt|chung minh|dinh danh)\b/, 'citizenId'],
  [/\b(dien thoai|di dong|sdt|so dt|dtdd|phone)\b|^dt$/, 'phone'],
  [/\b(ngay|thang|nam)\b.*\bsinh\b|^sinh (ngay|nam)|^ns$|^sinh$/, 'birthDate'],
  [/\bgioi( tinh)?\b|^gt$|^phai$|^nam ?[/-] ?nu$/, 'sex'],
  [/\bdan toc\b/, 'ethnicGroup'],
  [/\bho (va|,) ?(chu )?(ten )?(dem|lot)\b|^ho (dem|lot)$|^ho$/, 'familyName'],
  [/^ten( goi)?$/, 'givenName', 'likely'],
  [/\bchuc (vu|danh)\b.*\b(hoa giai|trong to|cua to)\b|\bvai tro\b|\bchuc danh\b.*\bto\b/, 'role'],
  [/\b(chuc vu|cong tac|vi tri)\b.*\b(ngoai|khac|hien nay|xa hoi|doan the)\b/, 'position'],
  [/\b(ho ten|ho va ten|ho, ten|hoten|ho & ten)\b/, 'fullName'],
  [/^(ten )?(tap huan vien|hoa giai vien|nguoi)$/, 'fullName'],
  [/\bngay bau\b|\bthoi gian bau\b/, 'electedOn'],
  [/\b(hinh thuc|cach) bau\b/, 'electionMethod'],
  [/\b(so nguoi|so cu tri|so ho) (bo phieu|tham gia|bau)\b/, 'voterCount'],
  [/\bso phieu (dong y|tan thanh|bau)\b/, 'votesFor'],
  [/\bso\b.*\bngay\b.*\b(qd|quyet dinh)\b|\b(qd|quyet dinh)\b.*\bso\b.*\bngay\b/, 'decisionNumber'],
  [/\bngay (ra )?(qd|quyet dinh)\b|^ngay(, thang)?(, nam)? (quyet dinh|qd)\b/, 'decisionDate'],
  [/\b(co quan|don vi|noi) (ban hanh|ra quyet dinh)\b/, 'decisionIssuer'],
  [/\bnguoi ky\b/, 'decisionSigner'],
  [/\b(ngay|thoi gian) (thoi|mien nhiem|nghi)\b/, 'ceasedOn', 'likely'],
  [/\bly do (thoi|mien nhiem)\b/, 'ceaseReason'],
  [/\bly do (ket thuc|thoi lam tap huan)\b/, 'endReason'],
  [/\bngay (duoc )?cong nhan\b|\bcong nhan (tu )?ngay\b|\bthoi gian cong nhan\b/, 'recognizedOn'],
  [/\bngay ket thuc\b/, 'endedOn'],
  [/\bngay giai the\b/, 'dissolvedOn'],
  [/\b(so )?(quyet dinh|qd)\b.*\b(cong nhan|thanh lap|so)?\b/, 'decisionNumber'],
  [/\bngay thanh lap\b|\bthanh lap (ngay|nam)\b|\bnam thanh lap\b/, 'establishedOn'],
  [/\bso (luong )?(hoa giai vien|hgv|thanh vien|to vien)\b/, 'fixedMemberCount', 'likely'],
  [/\bnam (du )?(tap huan|boi duong)\b/, 'methodTrainingYear', 'likely'],
  [/\b(nguon|doi tuong) (tap huan vien|lua chon)?\b|^nguon$/, 'source', 'likely'],
  [/^doi ngu\b|\bcap tap huan vien\b/, 'pool', 'likely'],
  [/\blinh vuc\b/, 'fieldOfLaw'],
  [/\b(ngay|nam) bo nhiem\b|\bngay duoc chon\b/, 'appointedOn'],
  [/\b(bang|trinh do) luat\b|\bvan bang luat\b/, 'lawDegree', 'likely'],
  [/\b(trinh do )?(van hoa|hoc van|giao duc pho thong|gdpt)\b|^tdvh$/, 'generalEducation'],
  [/\b(trinh do )?(chuyen mon|nghiep vu|dao tao)\b|^tdcm$|^trinh do$/, 'professionalLevel'],
  [/\bnghe nghiep\b|^nghe$/, 'occupation'],
  [/\bthanh phan\b/, 'backgrounds', 'likely'],
  [/\b(to chuc|doan the)\b/, 'organisation', 'likely'],
  [/\b(co quan|don vi cong tac|noi cong tac|noi lam viec)\b/, 'agency', 'likely'],
  [/\bten to\b|\bto hoa giai\b|\bto hg\b|^to$/, 'teamName'],
  [/\bso ho\b|\bho dan\b/, 'householdCount'],
  [/\b(vung|nhieu)\b.*\b(dtts|dan toc|dong bao)\b/, 'minorityArea'],
  [/\bloai (thon|hinh|khu dan cu)\b|^loai$/, 'unitKind'],
  [/\bten (xa|phuong)\b|^(xa|phuong|thi tran)\b|\bxa[,/ -]+(phuong|thi tran)\b|\bdon vi hanh chinh\b/, 'commune'],
  [/\b(thon|buon|to dan pho|tdp|khoi pho|khu dan cu|dia ban|khoi)\b/, 'residentialUnit'],
  [/\b(noi o|noi cu tru|dia chi|thuong tru|cho o|ho khau|noi o hien nay)\b/, 'residentialUnit', 'likely'],
  [/\bco tu ngay\b|\btu ngay\b/, 'validFrom', 'likely'],
  [/\bden ngay\b/, 'validTo', 'likely'],
  [/\bchuc (vu|danh)\b|\bchuc trach\b|\bnhiem vu\b/, 'position', 'likely'],
  [/\bghi chu\b|\bg\.? ?chu\b/, 'note'],
];

/** Heads that say what they mean only with the tone: "Nam" is a man, "Năm" a year. Own words of the column, tones kept. */
const tonedRules: readonly Rule[] = [
  [/^nam$/, 'mark:sex=male'],
  [/^nữ$/, 'mark:sex=female'],
  [/^năm$/, 'birthDate'],
  [/^ngày$/, 'birthDate', 'likely'],
];

const guessBy = (list: readonly Rule[], text: string): HeaderGuess | undefined => {
  const found = list.find(([pattern]) => pattern.test(text));
  return found && { target: found[1], confidence: found[2] ?? 'sure' };
};

const clean = (header: string): string =>
  fold(header)
    .replace(/[()*:.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A column below a common head: what the head above says decides what the word below means. */
const underParent = (parent: string, own: string): HeaderGuess | undefined => {
  const above = clean(parent);
  const tones = toneKey(own);
  const words = clean(own);
  if (/\bsinh\b/.test(above)) {
    if (tones === 'nam') return { target: 'birthDate:male', confidence: 'sure' };
    if (words === 'nu') return { target: 'birthDate:female', confidence: 'sure' };
  }
  if (/\b(quyet dinh|qd)\b/.test(above)) {
    if (/^so\b/.test(words)) return { target: 'decisionNumber', confidence: 'sure' };
    if (/^ngay\b/.test(words)) return { target: 'decisionDate', confidence: 'sure' };
  }
  if (/\bchuyen mon\b|\btrinh do\b/.test(above)) {
    if (/\bluat\b/.test(words)) return { target: 'mark:professionalLevel=law', confidence: 'sure' };
    if (/\bkhac\b/.test(words)) return { target: 'mark:professionalLevel=other', confidence: 'sure' };
    if (/\b(chua|khong)\b/.test(words)) return { target: 'mark:professionalLevel=none', confidence: 'sure' };
  }
  if (/\bdan toc\b/.test(above) && words === 'kinh') return { target: 'mark:ethnicGroup=01', confidence: 'sure' };
  if (/\b(chuc|vai tro|to hoa giai)\b/.test(above)) {
    if (/^to truong$|^truong$/.test(words)) return { target: 'mark:role=leader', confidence: 'sure' };
    if (/^to pho$|^pho$/.test(words)) return { target: 'mark:role=deputy', confidence: 'sure' };
  }
  if (/\bho\b.*\bten\b/.test(above)) {
    if (words === 'ten') return { target: 'givenName', confidence: 'sure' };
    if (/^ho\b/.test(words)) return { target: 'familyName', confidence: 'sure' };
  }
  return undefined;
};

/** What a column seems to hold by the words of its head, outermost first: `['Năm sinh', 'Nam']`. Absent where nothing is known. */
export const guessTarget = (path: readonly string[]): HeaderGuess | undefined => {
  const own = path.at(-1) ?? '';
  const parent = path.slice(0, -1).join(' ');
  return (
    (parent === '' ? undefined : underParent(parent, own)) ??
    guessBy(
      tonedRules,
      toneKey(own)
        .replace(/[():.]/g, '')
        .trim(),
    ) ??
    guessBy(rules, clean(own)) ??
    (parent === '' ? undefined : guessBy(rules, clean(`${parent} ${own}`)))
  );
};
