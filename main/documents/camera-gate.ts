// Whether the page may use the camera now. A host opens and shuts what the page can reach; the answer to a press is given
// only when it has.

export interface CameraGate {
  isOpen(): boolean;
  /** Settles when every host has followed. */
  set(isOpen: boolean): Promise<void>;
  /** Returns how to unsubscribe. The present state is told at once. */
  follow(host: (isOpen: boolean) => void | Promise<void>): () => void;
}

export function createCameraGate(onFailure: (error: unknown) => void): CameraGate {
  const hosts = new Set<(isOpen: boolean) => void | Promise<void>>();
  let isOpen = false;

  async function tell(host: (isOpen: boolean) => void | Promise<void>): Promise<void> {
    try {
      await host(isOpen);
    } catch (error) {
      // A host that cannot open leaves the camera shut, and the screen says so; one that cannot shut has lost its window.
      onFailure(error);
    }
  }

  return {
    isOpen: () => isOpen,
    async set(next) {
      if (next === isOpen) return;
      isOpen = next;
      await Promise.all([...hosts].map(tell));
    },
    follow(host) {
      hosts.add(host);
      void tell(host);
      return () => void hosts.delete(host);
    },
  };
}
