import { SHOT_PART_CHARACTERS } from '../../domain/contract/shots.ts';
import { kiosk } from '../state/kiosk.ts';
import { useAppDispatch } from '../state/store.ts';

/** base64 makes three bytes four letters. */
const PART_BYTES = (SHOT_PART_CHARACTERS / 4) * 3;

/** Sends a photograph part by part. Its name, once all of it is with the kiosk; null when it is not. */
export function useSendShot(page: string): (photo: Blob) => Promise<string | null> {
  const dispatch = useAppDispatch();
  return async (photo) => {
    const shot = crypto.randomUUID();
    for (let part = 0; part * PART_BYTES < photo.size; part += 1) {
      const data = await base64(photo.slice(part * PART_BYTES, (part + 1) * PART_BYTES));
      const input = { page, shot, part, data };
      // Not tracked: no part of a photograph stays in the page's state.
      const { data: answer } = await dispatch(kiosk.endpoints.sendShot.initiate(input, { track: false }));
      if (answer?.parts !== part + 1) return null;
    }
    return shot;
  };
}

function base64(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    // 'data:…;base64,' and what is wanted.
    reader.onload = () =>
      resolve((typeof reader.result === 'string' ? reader.result : '').split(',')[1] ?? '');
    reader.onerror = () => reject(new Error('a photograph could not be read'));
    reader.readAsDataURL(bytes);
  });
}
