import { text } from '../domain/contract/text.ts';
import type { Place } from '../domain/contract/views.ts';
import type { KioskConfig } from './config.ts';
import type { Enrolment } from './store/enrolment.ts';

const UNKNOWN_PLACE = { office: text('政务服务大厅', 'Service center'), kiosk: text('自助机', 'Kiosk') };

/** Where this machine stands: as its configuration says, else as the platform does. */
export function placeOf({ place }: Pick<KioskConfig, 'place'>, enrolment: Enrolment | null): Place {
  return { ...(enrolment?.place ?? UNKNOWN_PLACE), ...place };
}
