/** What is waited for, or 'aborted' as soon as nobody waits any more. */
export async function untilAborted<T>(waited: Promise<T>, signal: AbortSignal): Promise<T | 'aborted'> {
  if (signal.aborted) return 'aborted';
  const end = Promise.withResolvers<'aborted'>();
  const abort = () => end.resolve('aborted');
  signal.addEventListener('abort', abort, { once: true });
  const first = await Promise.race([waited, end.promise]);
  signal.removeEventListener('abort', abort);
  return first;
}
