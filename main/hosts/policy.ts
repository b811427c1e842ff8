// What a screen may load and run, the same under both hosts: only what was built, and no code made from text.

/** The value of a Content-Security-Policy header. `connect`: where the screen may send requests. */
export function contentPolicy(connect: "'self'" | "'none'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // A worker outlives the page, and with it the person.
    "worker-src 'none'",
    "require-trusted-types-for 'script'",
    // No exception is made for anybody.
    "trusted-types 'none'",
    // Nothing the page could run opens a window, a dialog or a download, or takes the pointer.
    'sandbox allow-scripts allow-same-origin allow-forms',
  ].join('; ');
}
