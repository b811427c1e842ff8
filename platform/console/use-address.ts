import { useCallback, useSyncExternalStore } from 'react';
import { readAddress, writeAddress, type Address } from './address.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The page that the address names, and how to go to another. Back and forward work as anywhere. */
export function useAddress(): [Address, (to: Address) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const go = useCallback((to: Address) => {
    window.location.hash = writeAddress(to);
  }, []);
  return [readAddress(hash), go];
}
