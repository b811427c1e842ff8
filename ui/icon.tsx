/** Line drawings on a 32 grid, 2.4 stroke. Always beside a word, so they are hidden from assistive technology. */
const DRAWINGS = {
  search: 'M14 5a9 9 0 1 0 0 18a9 9 0 1 0 0 -18M21 21l7 7',
  staff: 'M16 5a5 5 0 1 0 0 10a5 5 0 1 0 0 -10M5 28c0-7 4.5-11 11-11s11 4 11 11M8 11V9a8 8 0 0 1 16 0v2',
  speak: 'M5 12v8h5l7 6V6l-7 6ZM21 11c2 3 2 7 0 10M25 8c4 5 4 11 0 16',
  leave: 'M19 6H7v20h12M13 16h14M22 11l5 5-5 5',
  next: 'M12 6l10 10-10 10',
  down: 'M6 12l10 10 10-10',
  up: 'M6 21l10-10 10 10',
  lower: 'M16 4v17M9 14l7 7 7-7M5 28h22',
  check: 'M6 17l7 7L26 9',
  earlier: 'M20 6L10 16l10 10',
  erase: 'M11 7h17v18H11L3 16ZM15 12l8 8M23 12l-8 8',
  alert: 'M16 4a12 12 0 1 0 0 24a12 12 0 1 0 0 -24M16 9v9M16 22.5v.5',
  pen: 'M6 26l2-7L22 5l5 5L13 24ZM19 8l5 5',
  bin: 'M6 9h20M12 9V5h8v4M9 9l1 18h12l1-18',
  plus: 'M16 6v20M6 16h20',
  minus: 'M6 16h20',
  print: 'M9 12V4h14v8M9 23H5V12h22v11h-4M9 19h14v9H9Z',
  offline: 'M4 13c7-7 17-7 24 0M9 18c4-4 10-4 14 0M16 25v.5M5 27L27 5',
  online: 'M4 13c7-7 17-7 24 0M9 18c4-4 10-4 14 0M16 25v.5',
  camera: 'M4 10h6l2-4h8l2 4h6v17H4ZM16 13a5 5 0 1 0 0 10a5 5 0 1 0 0 -10',
  stick: 'M9 14h14v14H9ZM12 14V5h8v9M15 8v2M17.5 8v2',
  back: 'M12 8l-7 7 7 7M5 15h14a8 8 0 0 1 8 8v3',
  paper: 'M8 3h11l6 6v20H8ZM19 3v6h6M12 15h9M12 20h9M12 25h5',
  firm: 'M5 28V8l11-5v25M16 12h11v16M3 28h26M9 12h3M9 17h3M9 22h3M20 17h3M20 22h3',
  card: 'M3 9a2 2 0 0 1 2 -2h22a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-22a2 2 0 0 1 -2 -2ZM17 13h8M17 18h8M10 11.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0 -5M6 21c0-3 8-3 8 0',
  clock: 'M16 4a12 12 0 1 0 0 24a12 12 0 1 0 0 -24M16 9v8l5 4',
} as const;
export type Drawing = keyof typeof DRAWINGS;

export function Icon({ of }: { of: Drawing }) {
  return (
    <svg className="icon" viewBox="0 0 32 32" aria-hidden="true">
      <path d={DRAWINGS[of]} />
    </svg>
  );
}

/** Half a disc filled: contrast. */
export function ContrastIcon() {
  return (
    <svg className="icon" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="11" />
      <path d="M16 5v22A11 11 0 0 0 16 5Z" fill="currentColor" />
    </svg>
  );
}

/** The mark: a window, two karst peaks, and the river that is also the stroke 一. */
export function Mark({ onDeep = false }: { onDeep?: boolean }) {
  const [ground, lines] = onDeep
    ? ['var(--ink-on-deep)', 'var(--surface-deep)']
    : ['var(--action)', 'var(--action-ink)'];
  return (
    <svg className="mark" viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="11" fill={ground} />
      <g fill="none" stroke={lines} strokeWidth="4.2" strokeLinecap="round">
        <path d="M9 44C14 40 15 25 20.5 23C25 21.5 27 27 29 32" />
        <path d="M24 44C31 38 31 13 39 12C47 11 49 38 55 44" />
        <path d="M9 52.5H55" />
      </g>
    </svg>
  );
}
