// Ways out that no program can close from inside: the keys never reach it, or it is not running yet. Each with the reason
// and the headings in docs/operations.md that say how the system is set up, on Debian and on Windows.

export interface SystemRow {
  id: string;
  route: string;
  tries: string;
  because: string;
  debian: string;
  windows: string;
}

export const onlyTheSystem: readonly SystemRow[] = [
  {
    id: 'system-switch-window',
    route: 'Keys: OS',
    tries: 'Alt+Tab, Alt+Esc, the Windows key alone and with D, E, L, R, U, P',
    because:
      'The display server or the desktop takes them before any window: there must be neither a desktop nor a second window.',
    debian: '8. A screen without a desktop',
    windows: '5. Keys',
  },
  {
    id: 'system-task-manager',
    route: 'Keys: OS',
    tries: 'Ctrl+Esc, Ctrl+Shift+Esc, Ctrl+Alt+Del',
    because: 'They belong to the operating system, which hands them to nobody.',
    debian: '8. A screen without a desktop',
    windows: '5. Keys',
  },
  {
    id: 'system-console',
    route: 'Keys: OS',
    tries: 'Ctrl+Alt+F1 to F7, Ctrl+Alt+Backspace',
    because: 'The kernel and the display server switch consoles.',
    debian: '9. Keys',
    windows: '5. Keys',
  },
  {
    id: 'system-sysrq',
    route: 'Keys: OS',
    tries: 'Alt+SysRq with a letter',
    because: 'The kernel reads it from the keyboard itself.',
    debian: '9. Keys',
    windows: '5. Keys',
  },
  {
    id: 'system-print-screen',
    route: 'Keys: OS',
    tries: 'Print Screen',
    because:
      'Where a desktop answers it there is a window to save a picture; without a desktop nobody answers.',
    debian: '8. A screen without a desktop',
    windows: '5. Keys',
  },
  {
    id: 'system-sticky-keys',
    route: 'Keys: OS',
    tries: 'Shift five times, Num Lock held, Alt+Shift+Print Screen',
    because: 'The system’s aids open their own windows with links into its settings.',
    debian: '9. Keys',
    windows: '6. Sticky keys and gestures',
  },
  {
    id: 'system-power-key',
    route: 'Keys: OS',
    tries: 'the power, sleep and lid switches',
    because: 'They reach the system, not the window.',
    debian: '9. Keys',
    windows: '5. Keys',
  },
  {
    id: 'system-edge-swipe',
    route: 'Touch',
    tries: 'swipes of one and three fingers from the edges of the glass',
    because: 'A desktop takes them before the window does.',
    debian: '9. Keys',
    windows: '6. Sticky keys and gestures',
  },
  {
    id: 'system-usb-storage',
    route: 'USB',
    tries: 'a stick with a program that starts by itself, a telephone',
    because: 'The kernel binds a driver to whatever is plugged in.',
    debian: '13. USB',
    windows: '8. USB',
  },
  {
    id: 'system-usb-keyboard',
    route: 'USB',
    tries: 'a second keyboard, or a stick that says it is one and types',
    because:
      'A page cannot tell one keyboard from another. What it types still finds only what a person would.',
    debian: '13. USB',
    windows: '8. USB',
  },
  {
    id: 'system-second-display',
    route: 'USB',
    tries: 'a second display under the browser host',
    because: 'Chromium knows one window; Electron’s host covers every display itself.',
    debian: '8. A screen without a desktop',
    windows: '4. A session without a desktop',
  },
  {
    id: 'system-notices',
    route: 'Dialogs',
    tries: 'windows of the system: notices, updates, error reports',
    because: 'They lie above every program.',
    debian: '8. A screen without a desktop',
    windows: '7. Nothing that speaks by itself',
  },
  {
    id: 'system-boot-menu',
    route: 'Boot',
    tries: 'switching off and on, keys of firmware and boot loader, start from a stick or the network',
    because: 'No program of ours runs yet.',
    debian: '1. Firmware',
    windows: '1. Firmware and disk',
  },
  {
    id: 'system-boot-loader',
    route: 'Boot',
    tries: 'the boot loader’s editor, a recovery system',
    because: 'No program of ours runs yet.',
    debian: '2. Boot loader',
    windows: '1. Firmware and disk',
  },
  {
    id: 'system-disk',
    route: 'Boot',
    tries: 'the disk is taken out and read',
    because: 'Applications on it are sealed; what the memory was swapped to is the system’s.',
    debian: '3. Disk',
    windows: '1. Firmware and disk',
  },
  {
    id: 'system-crash-desktop',
    route: 'Crash path',
    tries: 'the program itself, or the display server, is killed',
    because:
      'Whoever starts it again is the system’s service manager; there must be nothing behind the window.',
    debian: '8. A screen without a desktop',
    windows: '4. A session without a desktop',
  },
  {
    id: 'system-fuses',
    route: 'DevTools',
    tries: 'fuses of the packed program are switched back',
    because: 'They are bits in a file: whoever may write it may switch them. The package belongs to root.',
    debian: '5. Install',
    windows: '2. Install',
  },
  {
    id: 'system-same-user',
    route: 'DevTools',
    tries: 'another program of the kiosk’s own user reads its memory or its pipes',
    because:
      'A system tells users apart, not programs: the kiosk has a user of its own that nobody signs in as.',
    debian: '5. Install',
    windows: '3. A user without rights, signed in by itself',
  },
  {
    id: 'staff-door',
    route: 'Staff door',
    tries: 'taps in a corner, a PIN for maintenance',
    because: 'There is none: IT works over the network, staff have no mode of their own on the machine.',
    debian: '14. Maintenance',
    windows: '9. Enrol, updates, watchdog',
  },
];
