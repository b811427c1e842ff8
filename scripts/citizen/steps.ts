/** Steps of a demonstration: each is said with its time when it is done, and named when it fails. */
export interface Steps {
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Milliseconds since the first step began. */
  elapsedMs(): number;
}

export class StepFailed extends Error {}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).padStart(5)} s`;
}

export function createSteps(say: (line: string) => void): Steps {
  const began = performance.now();
  const elapsedMs = () => performance.now() - began;
  return {
    elapsedMs,
    async step(name, work) {
      try {
        const value = await work();
        say(`${seconds(elapsedMs())}  ${name}`);
        return value;
      } catch (error) {
        const because = error instanceof Error ? error.message : String(error);
        throw new StepFailed(`failed: ${name}\n${because}`, { cause: error });
      }
    },
  };
}
