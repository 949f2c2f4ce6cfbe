import { Button } from '@mantine/core';
import { useState } from 'react';
import { readEnrolmentCode } from '#shared/exchange/digits.ts';
import { paperCheckWords as words } from '#shared/text/paper-check-words.vi.ts';
import { choosePaperPicture } from '#renderer/components/read-picture.ts';

type FingerprintPictureProps = {
  /** The digits on the sheet, in groups of four. */
  readonly onRead: (fingerprint: string) => void;
  readonly onProblem: (sentence: string | null) => void;
};

/** Reads the digits of an enrolment request from a picture of its stamped sheet. */
export const FingerprintPicture = ({ onRead, onProblem }: FingerprintPictureProps) => {
  const [isReading, setReading] = useState(false);
  const read = async (): Promise<void> => {
    const found = await choosePaperPicture(() => {
      onProblem(null);
      setReading(true);
    });
    setReading(false);
    if (found.state === 'closed') return;
    if (found.state !== 'read') {
      onProblem(found.state === 'no-code' ? words.noCode : words.notPicture);
      return;
    }
    const fingerprint = readEnrolmentCode(found.text);
    if (fingerprint === undefined) onProblem(words.notEnrolmentCode);
    else onRead(fingerprint);
  };
  return (
    <Button variant="default" loading={isReading} onClick={() => void read()}>
      {words.readPicture}
    </Button>
  );
};
