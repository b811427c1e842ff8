// The areas of an address as the screen goes through them. What there is comes from the kiosk.
import type { Text } from '../../domain/contract/text.ts';
import type { AreaView, RegionView } from '../../domain/contract/views.ts';

/** An area with what stands above it. */
export interface PlacedArea extends AreaView {
  region: Text | null;
  group: Text | null;
}

/** The level that is open: undefined where nothing has been chosen yet. */
export interface Opened {
  region?: number | undefined;
  group?: number | undefined;
}

/** A step down: one of the rows that are offered now. */
export interface Step {
  key: string;
  label: Text;
  /** An area: it is the answer. Otherwise the level below it opens. */
  area: string | null;
  opened: Opened;
}

/** Nobody is asked to choose one of one. */
export function onlyWays(regions: readonly RegionView[], opened: Opened): Opened {
  const region = opened.region ?? (regions.length === 1 ? 0 : undefined);
  if (region === undefined) return {};
  const groups = regions[region]?.groups ?? [];
  return { region, group: opened.group ?? (groups.length === 1 ? 0 : undefined) };
}

/** The rows of the level that is open. A group of one area stands for it. */
export function stepsAt(regions: readonly RegionView[], { region, group }: Opened): Step[] {
  if (region === undefined)
    return regions.map(({ title }, at) => stepOf(`r${at}`, title, null, { region: at }));
  const groups = regions[region]?.groups ?? [];
  if (group === undefined)
    return groups.map(({ title, areas }, at) => {
      const [only, ...others] = areas;
      const isOne = only !== undefined && others.length === 0;
      return stepOf(`g${at}`, title, isOne ? only.value : null, { region, group: at });
    });
  return (groups[group]?.areas ?? []).map(({ value, label }) =>
    stepOf(value, label, value, { region, group }),
  );
}

function stepOf(key: string, label: Text | null, area: string | null, opened: Opened): Step {
  return { key, label: label ?? { 'zh-CN': '—', en: '—' }, area, opened };
}

export function placedAreas(regions: readonly RegionView[]): PlacedArea[] {
  return regions.flatMap(({ title, groups }) =>
    groups.flatMap((group) => group.areas.map((area) => ({ ...area, region: title, group: group.title }))),
  );
}

/** The areas that a name or its pinyin finds: those that begin with it come first. */
export function foundAreas(areas: readonly PlacedArea[], typed: string): PlacedArea[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const ranked = areas.map((area) => ({ area, rank: rankOf(area, wanted) }));
  return ranked
    .filter(({ rank }) => rank < NOT_FOUND)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ area }) => area);
}

const NOT_FOUND = 3;

function rankOf({ label, group, search }: PlacedArea, wanted: string): number {
  const own = [label['zh-CN'], label.en.toLowerCase(), ...search.split(' ')];
  if (own.some((word) => word.startsWith(wanted))) return 0;
  if (own.some((word) => word.includes(wanted))) return 1;
  const above = [group?.['zh-CN'] ?? '', group?.en.toLowerCase() ?? ''];
  return above.some((word) => word.startsWith(wanted)) ? 2 : NOT_FOUND;
}

/** 'Guizhou · Zunyi · Huichuan': from above, without what stands twice. */
export function pathOf(area: PlacedArea, regions: readonly RegionView[]): Text[] {
  const region = regions.length > 1 ? area.region : null;
  return [region, area.group, area.label]
    .flatMap((part) => part ?? [])
    .filter((part, at, all) => part['zh-CN'] !== all[at - 1]?.['zh-CN']);
}
