// A citizen who registers a company at a kiosk that runs somewhere else on this machine: in a real browser, by touch.
// docs/operations.md uses it to try an installed package.
//   node citizen-at.ts ADDRESS
import { chromium } from 'playwright';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { findChromium } from '../../lib/find-chromium.mjs';
import { addYears } from '../../domain/calendar-day.ts';
import { demoApplication } from '../../scripts/citizen/application.ts';
import { begin, confirm, goOnTo } from '../../scripts/citizen/citizen.ts';
import { applicant } from '../../scripts/citizen/people.ts';
import { touchHand } from '../../scripts/citizen/touch-hand.ts';
import { llc } from '../llc.ts';

const [address = ''] = process.argv.slice(2);
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath === null ? {} : { executablePath }),
  // Chromium refuses to sandbox as root.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, hasTouch: true });
await page.goto(address);
const answers = demoApplication(addYears(dayInCity(systemClock.now()), 4));
const errand = { page, hand: touchHand(page), locale: 'zh-CN' as const, prepared: await llc(), answers };
await begin(errand);
await goOnTo(errand, 'confirm');
process.stdout.write(`receipt ${await confirm(errand, applicant.name)}\n`);
await browser.close();
