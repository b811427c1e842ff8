import { useState } from 'react';
import type { ViewOf } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { OwnName } from '../text/own-name.tsx';
import { staffTexts as texts } from '../text/staff.ts';
import { useText } from '../text/use-text.ts';
import { PinPad } from './pin-pad.tsx';
import { DigitsField } from './secret-field.tsx';

const NUMBER_DIGITS = 4;
const PIN_DIGITS = 12;

function Trouble({ says }: { says: string | null }) {
  if (says === null) return null;
  return (
    <p className="hold hold--wrong" role="alert">
      {says}
    </p>
  );
}

/** Where staff sign in, over whatever a citizen has on the screen. What is typed stays in this page. */
export function StaffDoor({ view }: { view: ViewOf<'staff-door'> }) {
  const { press, pending } = usePress();
  const say = useText();
  const [number, setNumber] = useState(view.number);
  const [pin, setPin] = useState('');
  const [isPin, setIsPin] = useState(view.number.length === NUMBER_DIGITS);
  const { page } = view;

  function signIn(): void {
    if (number.length === NUMBER_DIGITS) press({ name: 'signIn', input: { page, number, pin } });
    else setIsPin(false);
  }

  function changeNumber(next: string): void {
    setNumber(next);
    if (next.length === NUMBER_DIGITS) setIsPin(true);
  }

  const change = isPin
    ? (next: string) => setPin(next.slice(0, PIN_DIGITS))
    : (next: string) => changeNumber(next.slice(0, NUMBER_DIGITS));
  const value = isPin ? pin : number;

  return (
    <Frame
      view={view}
      name="staff-door"
      onContinue={signIn}
      act={
        <>
          <Button onPress={() => press({ name: 'closeStaffDoor', input: { page } })}>
            {say(texts.notStaff)}
          </Button>
          <Button look="strong" submits>
            {say(pending === 'signIn' ? texts.signingIn : texts.signInNow)}
          </Button>
        </>
      }
    >
      <Title help={view.isOverCitizen ? say(texts.doorOver) : null}>{say(texts.doorTitle)}</Title>
      <Trouble says={view.problem === null ? null : say(view.problem)} />
      {view.known === null ? <p className="hold">{say(texts.doorUnknown)}</p> : null}
      <div className="door-form">
        <div className="door-form__fields">
          <DigitsField
            label={say(texts.staffNumber)}
            value={number}
            isHidden={false}
            most={NUMBER_DIGITS}
            onChange={changeNumber}
            onTarget={() => setIsPin(false)}
            isFirst={view.number === ''}
          />
          <DigitsField
            label={say(texts.pin)}
            value={pin}
            isHidden
            most={PIN_DIGITS}
            onChange={setPin}
            onTarget={() => setIsPin(true)}
            isFirst={view.number !== ''}
          />
          {view.known === null ? null : (
            <p className="note">
              {say(texts.doorKnown)} {say(view.known)}
            </p>
          )}
        </div>
        <PinPad
          onDigit={(digit) => change(value + digit)}
          onDelete={() => change(value.slice(0, -1))}
          onClear={() => change('')}
        />
      </div>
    </Frame>
  );
}

/** Whoever locked it opens it; anybody may end the duty, and then nothing of it is left here. */
export function StaffLocked({ view }: { view: ViewOf<'staff-locked'> }) {
  const { press, pending } = usePress();
  const say = useText();
  const [pin, setPin] = useState('');
  const { page, staff } = view;
  return (
    <Frame
      view={view}
      name="staff-door"
      onContinue={() => press({ name: 'signIn', input: { page, number: staff.number, pin } })}
      act={
        <>
          <Button onPress={() => press({ name: 'signOut', input: { page, then: 'end' } })}>
            {say(texts.notMe)}
          </Button>
          <Button look="strong" submits>
            {say(pending === 'signIn' ? texts.signingIn : texts.unlock)}
          </Button>
        </>
      }
    >
      <Title
        help={
          <>
            <OwnName>{staff.name}</OwnName> {staff.number} · {say(texts.lockedHint)}
          </>
        }
      >
        {say(texts.lockedTitle)}
      </Title>
      <Trouble says={view.problem === null ? null : say(view.problem)} />
      <div className="door-form">
        <div className="door-form__fields">
          <DigitsField
            label={say(texts.pin)}
            value={pin}
            isHidden
            most={PIN_DIGITS}
            onChange={setPin}
            onTarget={() => {}}
            isFirst
          />
        </div>
        <PinPad
          onDigit={(digit) => setPin(pin + digit)}
          onDelete={() => setPin(pin.slice(0, -1))}
          onClear={() => setPin('')}
        />
      </div>
    </Frame>
  );
}
