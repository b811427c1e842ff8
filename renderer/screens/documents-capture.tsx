import { useEffect, useRef, useState, type RefObject } from 'react';
import { text, type Text } from '../../domain/contract/text.ts';
import type { CaptureView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Wrong } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { shoot } from '../capture/shoot.ts';
import { useCamera, type CameraState } from '../capture/use-camera.ts';
import { useSendShot } from '../capture/use-send-shot.ts';
import { useVerdict } from '../capture/use-verdict.ts';
import type { PictureVerdict } from '../capture/judge-picture.ts';
import { Continue } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Sheets } from './documents-sheets.tsx';

const FAULTS: Record<Exclude<CameraState, 'starting' | 'live'>, Text> = {
  absent: texts.cameraAbsent,
  busy: texts.cameraBusy,
  denied: texts.cameraDenied,
  unplugged: texts.cameraUnplugged,
};

/** The photograph that was just taken and is being looked at. */
interface Photo {
  blob: Blob;
  url: string;
}

/** One photograph at a time; its picture is let go with it. */
function usePhoto(): [Photo | null, (blob: Blob | null) => void] {
  const [photo, setPhoto] = useState<Photo | null>(null);
  useEffect(() => () => (photo === null ? undefined : URL.revokeObjectURL(photo.url)), [photo]);
  return [photo, (blob) => setPhoto(blob === null ? null : { blob, url: URL.createObjectURL(blob) })];
}

/** Photographs a document, page by page. */
export function Capture({ view }: { view: CaptureView }) {
  const say = useText();
  const { press, pending } = usePress();
  const video = useRef<HTMLVideoElement>(null);
  const { state, tryAgain } = useCamera(video);
  const verdict = useVerdict(video, state === 'live');
  const [photo, setPhoto] = usePhoto();
  const [isSending, setSending] = useState(false);
  // Two presses before the screen is drawn again are one.
  const isBusy = useRef(false);
  const [isLost, setLost] = useState(false);
  const sendShot = useSendShot(view.page);
  const isFull = view.pages >= view.maxPages;

  async function take(): Promise<void> {
    setLost(false);
    // The last page is on its way into the list: this press was meant for it.
    if (pending !== null) return;
    const blob = video.current === null ? null : await shoot(video.current);
    if (blob !== null) setPhoto(blob);
  }

  async function keep({ blob }: Photo): Promise<void> {
    setSending(true);
    const shot = await sendShot(blob);
    setSending(false);
    setLost(shot === null);
    setPhoto(null);
    if (shot !== null) press({ name: 'keepShot', input: { page: view.page, shot } });
  }

  async function once(work: () => Promise<void>): Promise<void> {
    isBusy.current = true;
    await work();
    isBusy.current = false;
  }

  const close = () => press({ name: 'closeDocument', input: { page: view.page } });
  function goOn(): void {
    if (isBusy.current) return;
    if (photo !== null) void once(() => keep(photo));
    else if (isFull) close();
    else if (state === 'live') void once(take);
    else tryAgain();
  }

  const strong = isSending
    ? texts.keeping
    : photo !== null
      ? texts.keepPhoto
      : isFull
        ? texts.enoughPages
        : state === 'live' || state === 'starting'
          ? texts.takePhoto
          : texts.cameraAgain;
  return (
    <Frame
      view={view}
      route={view.route}
      name="capture"
      onContinue={goOn}
      act={
        <>
          {photo === null ? (
            <Button onPress={close}>{say(view.pages === 0 ? texts.back : texts.enoughPages)}</Button>
          ) : (
            <Button onPress={() => setPhoto(null)}>{say(texts.retake)}</Button>
          )}
          <Continue>{say(strong)}</Continue>
        </>
      }
    >
      <div className="capture">
        <div className="capture__head">
          <Title help={say(photo === null ? texts.captureHelp : texts.lookHelp)}>{say(titleOf(view))}</Title>
          <div role="alert">
            <Wrong problem={view.problem === null ? null : say(view.problem)} />
            <Wrong problem={isLost ? say(texts.shotLost) : null} />
          </div>
        </div>
        <Finder video={video} state={state} photo={photo} isBlack={verdict?.light === 'black'} />
        <div className="capture__side">
          {state === 'live' && photo === null ? <Verdict verdict={verdict} /> : null}
          <Sheets view={view} />
          {view.follows === null || view.pages > 0 || photo !== null ? null : (
            <Button look="small" icon="clock" onPress={close}>
              <span>
                {say(texts.followInstead)} · <span className="capture__day">{say(view.follows)}</span>
              </span>
            </Button>
          )}
        </div>
      </div>
    </Frame>
  );
}

function titleOf({ document, pages, maxPages }: CaptureView): Text {
  if (pages >= maxPages)
    return text(`${document['zh-CN']}，${pages} 页都拍好了`, `${document.en}: all ${pages} pages taken`);
  return text(`拍${document['zh-CN']}，第 ${pages + 1} 页`, `${document.en}: page ${pages + 1}`);
}

interface FinderProps {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraState;
  photo: Photo | null;
  isBlack: boolean;
}

/** What the camera sees, the page just taken, or in words why there is nothing to see. */
function Finder({ video, state, photo, isBlack }: FinderProps) {
  const say = useText();
  return (
    <div className="finder" data-state={photo === null ? state : 'taken'}>
      <video
        ref={video}
        autoPlay
        muted
        playsInline
        aria-label={say(texts.finderLabel)}
        hidden={photo !== null}
      />
      {photo === null ? null : <img src={photo.url} alt={say(texts.lookLabel)} />}
      {state === 'live' && photo === null ? <span className="finder__corners" aria-hidden="true" /> : null}
      {state === 'starting' ? <p className="finder__says">{say(texts.cameraStarting)}</p> : null}
      <div role="alert">
        {state === 'live' && isBlack && photo === null ? <Fault of={texts.cameraBlack} /> : null}
        {state === 'live' || state === 'starting' ? null : <Fault of={FAULTS[state]} />}
      </div>
    </div>
  );
}

function Fault({ of }: { of: Text }) {
  const say = useText();
  return (
    <p className="finder__says">
      <Icon of="alert" />
      <span>
        <strong>{say(of)}</strong> {say(texts.cameraOtherWays)}
      </span>
    </p>
  );
}

/** Whether the light and the focus will do, before the photograph is taken. */
function Verdict({ verdict }: { verdict: PictureVerdict | null }) {
  const say = useText();
  if (verdict === null || verdict.light === 'black')
    return (
      <p className="checks">{verdict === null ? <Check isGood={null} says={say(texts.looking)} /> : null}</p>
    );
  const lights = { good: texts.lightGood, dark: texts.lightDark, glare: texts.lightGlare };
  return (
    <p className="checks">
      <Check isGood={verdict.light === 'good'} says={say(lights[verdict.light])} />
      <Check isGood={verdict.isSharp} says={say(verdict.isSharp ? texts.sharpGood : texts.sharpBad)} />
    </p>
  );
}

function Check({ isGood, says }: { isGood: boolean | null; says: string }) {
  return (
    <span className={`state state--${isGood === true ? 'done' : 'waiting'}`}>
      <Icon of={isGood === null ? 'clock' : isGood ? 'check' : 'alert'} />
      {says}
    </span>
  );
}
