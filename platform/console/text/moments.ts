// Times in words, by the city's clock, whatever zone the reader's machine is set to.
import { text, type Locale, type Text } from '../../../domain/contract/text.ts';

const ZONE = { timeZone: 'Asia/Shanghai' } as const;

/** '11月24日 10:32' / '24 Nov 10:32' */
export function momentIn(locale: Locale, at: string): string {
  const date = new Date(at);
  const time = new Intl.DateTimeFormat('en-GB', { ...ZONE, hour: '2-digit', minute: '2-digit' }).format(date);
  const day =
    locale === 'en'
      ? new Intl.DateTimeFormat('en-GB', { ...ZONE, day: 'numeric', month: 'short' }).format(date)
      : new Intl.DateTimeFormat('zh-CN', { ...ZONE, day: 'numeric', month: 'long' }).format(date);
  return `${day} ${time}`;
}

/** '2026-12-01' → '12月1日' / '1 Dec' */
export function dayIn(locale: Locale, day: string): string {
  const date = new Date(`${day}T12:00:00+08:00`);
  const how = locale === 'en' ? ({ month: 'short' } as const) : ({ month: 'long' } as const);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    ...ZONE,
    ...how,
    day: 'numeric',
  }).format(date);
}

const MINUTE_MS = 60_000;

/** How long something has lasted, as exactly as anybody wants to know. */
export function lasting(ms: number): Text {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE_MS);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (days > 0) return text(`${days} 天 ${hours} 小时`, `${days} d ${hours} h`);
  if (hours > 0) return text(`${hours} 小时 ${minutes % 60} 分钟`, `${hours} h ${minutes % 60} min`);
  return minutes === 0 ? text('不到 1 分钟', 'under 1 min') : text(`${minutes} 分钟`, `${minutes} min`);
}

/** A kiosk that was online delivers within this; more is time without a network. */
const ON_THE_WAY_MS = 2 * MINUTE_MS;

/** How long a submission was held at the kiosk before it reached the platform, or null when it came at once. */
export function heldFor(receivedAtKiosk: string, receivedAtPlatform: string): Text | null {
  const ms = Date.parse(receivedAtPlatform) - Date.parse(receivedAtKiosk);
  if (ms <= ON_THE_WAY_MS) return null;
  const { 'zh-CN': zh, en } = lasting(ms);
  return text(`在终端存了 ${zh}`, `held at the kiosk for ${en}`);
}
