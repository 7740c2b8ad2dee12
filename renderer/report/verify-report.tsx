import { useState } from 'react';
import type { Outputs } from '../../shared/api.ts';
import { reportVerdictSentences } from '../../shared/messages/report-verdict.ts';
import { confirms } from '../../shared/report/verify-report.ts';
import { api } from '../api.ts';
import { fileSentence } from '../failure.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { useT } from '../ui/words.tsx';

/** Holds a report in JSON that came back against the history of this case. */
export function VerifyReport() {
  const t = useT();
  const [answer, setAnswer] = useState<Outputs['verifyReport']>();
  const [isBusy, setBusy] = useState(false);
  const verify = async (): Promise<void> => {
    setBusy(true);
    setAnswer(await api.verifyReport(undefined));
    setBusy(false);
  };
  return (
    <>
      <Button isDisabled={isBusy} onPress={() => void verify()}>
        {t('reportView.verify')}
      </Button>
      {answer && !answer.ok && <Message kind="failed">{fileSentence(answer.error, t)}</Message>}
      {answer?.ok && answer.value !== 'cancelled' && (
        <Message kind={confirms(answer.value.verdict) ? 'note' : 'failed'}>
          <bdi>{answer.value.file}</bdi>: {reportVerdictSentences(answer.value.verdict, t).join(' ')}
        </Message>
      )}
    </>
  );
}
