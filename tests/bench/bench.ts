/** What a bench is told. */
export interface BenchOptions {
  /** How often every candidate is measured; null: as often as the bench thinks right. */
  repetitions: number | null;
  say: (line: string) => void;
}

export interface BenchResult {
  /** Whether every aim was met. */
  isMet: boolean;
  /** Everything measured, as JSON. */
  raw: unknown;
}

/** Measures one side of the program on this machine and says what came of it. */
export type Bench = (options: BenchOptions) => Promise<BenchResult>;
