// Loopback is not trust: any page in any browser on this machine can send requests here. A request must name this host,
// come from this origin, and carry the cookie of a window that this process opened.
import { randomBytes, timingSafeEqual } from 'node:crypto';

export interface SessionGuard {
  /** A key for one window; exchanged once for a cookie, or as often as asked when it is `lasting`. */
  issueLaunchKey(): string;
  /** The cookie header for a launch key, or null. */
  exchange(launchKey: string): string | null;
  /** Forgets every window opened so far. */
  revokeAll(): void;
  hasSession(cookieHeader: string | undefined): boolean;
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function isEqual(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieValues(header: string, name: string): string[] {
  return header
    .split(';')
    .map((part) => part.trim().split('='))
    .filter(([key]) => key === name)
    .map(([, value = '']) => value);
}

/** `lasting`: the launch key stays valid while this process lives, for a browser somebody opens by hand. */
export function createSessionGuard(port: number, lasting: boolean): SessionGuard {
  // Cookies are shared by all ports of a host: the name keeps two kiosks on one machine apart.
  const name = `onewindow-${port}`;
  let keys = new Set<string>();
  let sessions = new Set<string>();

  return {
    issueLaunchKey() {
      const key = secret();
      keys.add(key);
      return key;
    },
    exchange(launchKey) {
      const known = [...keys].find((key) => isEqual(key, launchKey));
      if (known === undefined) return null;
      if (!lasting) keys.delete(known);
      const session = secret();
      sessions.add(session);
      return `${name}=${session}; Path=/; HttpOnly; SameSite=Strict`;
    },
    revokeAll() {
      sessions = new Set();
      if (!lasting) keys = new Set();
    },
    hasSession(cookieHeader) {
      const given = cookieValues(cookieHeader ?? '', name);
      return given.some((value) => [...sessions].some((session) => isEqual(session, value)));
    },
  };
}
