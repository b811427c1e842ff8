import { text, type Text } from '../../../domain/contract/text.ts';
import type { RegionView } from '../../../domain/contract/views.ts';
import type { Option } from '../../../domain/procedure/procedure.ts';

/** The areas of an address, by region and group, in the order of the catalogue. */
export function regionsOf(options: readonly Option[]): RegionView[] {
  return heaped(options, ({ region }) => region).map(({ title, entries }) => ({
    title,
    groups: heaped(entries, ({ group }) => group).map((heap) => ({
      title: heap.title,
      areas: heap.entries.map(({ value, label, search }) => ({ value, label, search: search ?? '' })),
    })),
  }));
}

interface Heap {
  title: Text | null;
  entries: Option[];
}

function heaped(options: readonly Option[], titleOf: (option: Option) => Text | undefined): Heap[] {
  const heaps = new Map<string, Heap>();
  for (const option of options) {
    const title = titleOf(option);
    const name = title?.['zh-CN'] ?? '';
    const heap = heaps.get(name) ?? { title: title === undefined ? null : text(name, title.en), entries: [] };
    heap.entries.push(option);
    heaps.set(name, heap);
  }
  return [...heaps.values()];
}
