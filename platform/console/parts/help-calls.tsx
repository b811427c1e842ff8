import { useState } from 'react';
import type { HelpCalls as Calls } from '../../../domain/contract/console-api.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { PlatformClient } from '../platform-client.ts';
import { momentIn } from '../text/moments.ts';
import { helpTexts } from '../text/texts.ts';
import { useLocale, useText } from '../text/use-text.ts';
import { useEvery } from '../use-every.ts';

/** Somebody stands there and waits. */
const ASK_EVERY_MS = 2000;

/** Kiosks where somebody asked for a person; the place is always there, so that it is read out when it fills. */
export function HelpCalls({ client }: { client: PlatformClient }) {
  const [calls, setCalls] = useState<Calls['calls']>([]);
  const read = () => {
    void client.helpCalls().then((answer) => {
      if (answer.ok) setCalls(answer.value.calls);
    });
  };
  useEvery(ASK_EVERY_MS, read);
  const going = (id: string) => void client.answerHelp(id).then(read);
  return (
    <div aria-live="assertive">
      {calls.map((call) => (
        <HelpCall key={call.id} call={call} onGoing={() => going(call.id)} />
      ))}
    </div>
  );
}

function HelpCall({ call, onGoing }: { call: Calls['calls'][number]; onGoing: () => void }) {
  const say = useText();
  const locale = useLocale();
  return (
    <div className="arrived arrived--help">
      <p>
        <Icon of="staff" /> <strong>{say(call.place)}</strong> {say(helpTexts.wanted)}{' '}
        <span className="num">{momentIn(locale, call.calledAt)}</span>
      </p>
      <Button look="small" onPress={onGoing}>
        {say(helpTexts.going)}
      </Button>
    </div>
  );
}
