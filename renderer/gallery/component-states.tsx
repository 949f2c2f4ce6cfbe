import { Button, Checkbox, NativeSelect, PasswordInput, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { nominationStages } from '#shared/catalogue/code-lists.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { SeverityBadge } from '#renderer/components/finding-list.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { Empty } from '#renderer/components/page.tsx';
import { TabLinks } from '#renderer/components/tab-links.tsx';
import { ChoiceInput } from '#renderer/forms/choice-input.tsx';
import { ManyChoiceInput } from '#renderer/forms/many-choice-input.tsx';
import { StageBadge } from '#renderer/screens/nominations/stage-badge.tsx';

const longName = 'H’ Bluên Niê Kdăm Mlô Duôn Du Ayun Byă Hđơk Êban Ñiê Kriêng, Chi hội trưởng Chi hội Nông dân';
const options = ['Xã Ea Phê', 'Xã Ea Knuếc', 'Thị trấn Phước An', longName].map((label, index) => ({
  value: String(index),
  label,
}));

export const ButtonStates = () => (
  <div className="row">
    <Button>{words.common.saveHint}</Button>
    <Button variant="default">{words.common.close}</Button>
    <Button loading>{words.common.save}</Button>
    <Button disabled>{words.common.save}</Button>
    <Button variant="default" leftSection={<Icon name="print" size={16} />}>
      {words.common.print}
    </Button>
    <Button size="xs" variant="default">
      {words.common.edit}
    </Button>
    <button type="button" className="link-button">
      {longName}
    </button>
  </div>
);

const Choices = () => {
  const [one, setOne] = useState('0');
  const [many, setMany] = useState<readonly string[]>(['0', '3']);
  return (
    <>
      <ChoiceInput label="ChoiceInput" options={options} value={one} onChange={setOne} onAdd={() => undefined} />
      <ChoiceInput label="ChoiceInput, error" options={options} value="" onChange={setOne} error="Chưa chọn xã." />
      <ManyChoiceInput label="ManyChoiceInput" options={options} values={many} onChange={setMany} />
    </>
  );
};

export const FieldStates = () => (
  <div className="fields">
    <TextInput label="TextInput" defaultValue="Nguyễn Thị Hồng Ngọc" />
    <TextInput label="TextInput, required, empty" required placeholder="ngày/tháng/năm" />
    <TextInput label="TextInput, error" defaultValue="31/02/1970" error="Ngày 31/02/1970 không có. Đề nghị nhập lại." />
    <TextInput label="TextInput, disabled" defaultValue={longName} disabled />
    <NativeSelect label="NativeSelect" data={options.map(({ label }) => label)} />
    <PasswordInput label="PasswordInput" defaultValue="mat-khau" />
    <Textarea label="Textarea" defaultValue={longName} />
    <Checkbox label="Checkbox" defaultChecked />
    <Radio label="Radio" defaultChecked />
    <Choices />
  </div>
);

export const NoticeStates = () => (
  <div className="stack">
    <Notice>Đã ghi 20 người.</Notice>
    <Notice tone="warn">Tên thường dùng cho nữ nhưng giới tính ghi là nam. Đề nghị kiểm tra.</Notice>
    <FailureNotice failure={{ code: 'disk-full' }} />
    <Working progress={{ step: 'apply', done: 3, total: 15 }} onCancel={() => undefined} />
    <Empty title={words.common.none} text={longName} action={<Button>{words.common.add}</Button>} />
  </div>
);

export const NumberStates = () => (
  <div className="stack">
    <div className="row">
      {(['error', 'warning', 'question'] as const).map((severity) => (
        <SeverityBadge key={severity} severity={severity} />
      ))}
      {nominationStages.map(({ code }) => (
        <StageBadge key={code} stage={code} />
      ))}
      <span className="badge good">{words.common.yes}</span>
      <span className="badge warn">{words.common.no}</span>
      <span className="badge bad">{words.common.remove}</span>
    </div>
    <div className="row">
      {[0, 35, 100].map((percent) => (
        <span key={percent} className="meter" role="img" aria-label={`${percent} %`}>
          <span style={{ width: `${percent}%` }} />
        </span>
      ))}
    </div>
    <TabLinks
      label="TabLinks"
      links={[
        { address: '/', label: words.sessions.tabs.plan },
        { address: '/other', label: words.sessions.tabs.people, count: '45' },
      ]}
    />
  </div>
);

export const DialogStates = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setOpen(true);
        }}
      >
        Dialog
      </Button>
      {isOpen ? (
        <Dialog
          title={words.common.discardTitle}
          onClose={() => {
            setOpen(false);
          }}
        >
          <p>{words.common.discardText}</p>
        </Dialog>
      ) : null}
    </>
  );
};
