// The identity step with a simulated reader and records that are lent, and what the card does to the pages after it.
import { setImmediate } from 'node:timers/promises';
import { DEMO_RECORDS } from '../../scripts/city.ts';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import type { View } from '../../domain/contract/views.ts';
import type { IdentityCard } from '../../domain/identity-card/card.ts';
import { LOOK_EVERY_MS } from '../../main/devices/card-reader/watch.ts';
import { expiredCard, luosCard, yangsCard } from '../builders/cards.ts';
import { layCard, SIMULATED, takeCard } from '../builders/laid-card.ts';
import type { City } from '../city.ts';
import { ask } from '../fill-in.ts';
import { llc } from '../llc.ts';
import type { Scene, Stage, StageOptions } from '../stage.ts';

const { procedure } = await llc();
const needs: StageOptions = { records: DEMO_RECORDS, config: { cardReader: SIMULATED } };

const begin = ({ send }: City) => ask(send, 'beginApplication', { procedure: procedure.id });

async function atReader(city: City, consent: boolean): Promise<View> {
  const { page } = await begin(city);
  return ask(city.send, 'readIdentity', { page, consent });
}

/** The first such thing that the kiosk tells unasked, after what brings it about; `meanwhile` runs until then. */
async function told<Told>(
  { kiosk }: City,
  hears: (event: KioskEvent) => Told | null,
  bring: () => Promise<unknown>,
  meanwhile: () => void = () => {},
): Promise<Told> {
  const told: Told[] = [];
  const leave = kiosk.subscribe((event) => {
    const heard = hears(event);
    if (heard !== null) told.push(heard);
  });
  await bring();
  for (; told[0] === undefined; await setImmediate()) meanwhile();
  leave();
  return told[0];
}

/** The card lies there before anybody looks for one: the first look finds it, and no time need pass. */
async function withCard(city: City, card: IdentityCard, holds: (view: View) => boolean): Promise<View> {
  await layCard(city, card);
  return told(
    city,
    (event) => (event.name === 'view' && holds(event.payload) ? event.payload : null),
    () => atReader(city, true),
  );
}

const withYangs = (city: City) => withCard(city, yangsCard, ({ screen }) => screen !== 'identity');

/** Until the screen asks who is there. A reader looks twice before it calls a card gone: so much time passes, and no more. */
function asked({ city, time }: Stage, bring: () => Promise<unknown>): Promise<unknown> {
  const passOneLook = () => {
    const next = time?.nextIn() ?? null;
    if (next !== null && next <= LOOK_EVERY_MS) time?.pass(next);
  };
  return told(city, (event) => (event.name === 'idle' ? event.payload : null), bring, passOneLook);
}

const scene = (name: string, enter: Scene['enter'], onScreen?: Scene['onScreen']): Scene => ({
  name: `identity-${name}`,
  family: 'opening',
  needs,
  enter,
  ...(onScreen === undefined ? {} : { onScreen }),
});

export const identityScenes: Scene[] = [
  scene('choose', begin),
  scene('lay', async (city) => {
    await atReader(city, true);
    let view: View = await ask(city.send, 'look', null);
    const isWaiting = () => view.screen === 'identity' && view.state?.mark === 'waiting';
    for (; !isWaiting(); view = await ask(city.send, 'look', null)) await setImmediate();
    return view;
  }),
  scene('expired', (city) =>
    withCard(city, expiredCard, (view) => view.screen === 'identity' && view.problem !== null),
  ),
  scene('left-behind', async (city) => {
    await withYangs(city);
    await ask(city.send, 'leave', null);
    return atReader(city, true);
  }),
  scene('offline', async (city) => {
    city.network.become('down');
    await city.kiosk.drain();
    return begin(city);
  }),
  scene('prefilled', withYangs),
  scene('another-card', withYangs, async (page, stage) => {
    await asked(stage, () => layCard(stage.city, luosCard));
    await page.locator('.over .button--strong').click();
    await page.locator('.over').waitFor({ state: 'detached' });
    await page.locator('.hold').first().waitFor();
  }),
  scene('card-taken', withYangs, async (page, stage) => {
    await asked(stage, () => takeCard(stage.city));
    await page.locator('.over').waitFor();
  }),
];
