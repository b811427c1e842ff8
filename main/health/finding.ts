// What was found when a kiosk was looked over: in words for whoever reads it, on the IT page and from `admin doctor`.
import type { Text } from '../../domain/contract/text.ts';
import type { FindingView } from '../../domain/contract/views.ts';

export type Finding = FindingView;

/** What a finding is about: its name for programs, its group, and its title. */
export interface Subject {
  id: string;
  group: Finding['group'];
  title: Text;
}

export function well(subject: Subject, found: Text): Finding {
  return { ...subject, isWell: true, found, todo: null };
}

export function unwell(subject: Subject, found: Text, todo: Text): Finding {
  return { ...subject, isWell: false, found, todo };
}

/** The last number given out here, the last the platform holds without a gap, and how many wait. */
export interface Reconciled {
  last: number;
  /** null: the platform did not say. */
  held: number | null;
  waiting: number;
}

export interface HealthReport {
  findings: Finding[];
  /** null: the machine is enrolled nowhere, or its store cannot be read. */
  queue: Reconciled | null;
  /** When it was done, and how long it took. */
  at: Date;
  tookMs: number;
}
