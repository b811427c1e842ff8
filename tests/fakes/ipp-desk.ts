// An office printer behind IPP, without the metal, for what a real one cannot be brought to on command. It answers in true
// IPP over true HTTP.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import ipp from '@sealsystems/ipp';

type Attributes = Record<string, unknown>;

interface Job {
  id: number;
  state: string;
  reasons: string;
  sheets: number;
  document: Buffer;
  asked: Attributes;
}

export interface IppDesk {
  url: string;
  jobs: Job[];
  /** Its description beside what it always says. */
  describe(attributes: Attributes): void;
  /** 'media-empty-error', … ; 'none'. */
  say(reason: string, state?: 'idle' | 'processing' | 'stopped'): void;
  /** Jobs stay where they are until `finish`. */
  hold(): void;
  finish(state: 'completed' | 'aborted' | 'canceled', reasons?: string, sheets?: number): void;
  /** Takes no job any more, with this status. */
  turnAway(status: string): void;
  /** Takes the next job and is gone before it says so. */
  vanishOverNextJob(): void;
  forgetJobs(): void;
  /** From now on a web page answers, as in a network that asks for a sign-in. */
  becomeWebPage(): void;
  timesCancelled(): number;
  stop(): Promise<void>;
}

const OPERATION = { 'attributes-charset': 'utf-8', 'attributes-natural-language': 'en' };

export async function startIppDesk(): Promise<IppDesk> {
  const jobs: Job[] = [];
  let description: Attributes = { 'document-format-supported': ['application/pdf'] };
  let [state, reason, turnsAway, holds, vanishes, forgets, isWebPage, cancelled] = [
    'idle',
    'none',
    '',
    false,
    false,
    false,
    false,
    0,
  ];

  function printer(): Attributes {
    return {
      'printer-state': state,
      'printer-state-reasons': reason,
      'printer-is-accepting-jobs': true,
      ...description,
    };
  }

  function jobAttributes(job: Job): Attributes {
    return {
      'job-id': job.id,
      'job-state': job.state,
      'job-state-reasons': job.reasons,
      'job-media-sheets-completed': job.sheets,
    };
  }

  function take(request: Record<string, unknown>): Attributes | string {
    if (turnsAway !== '') return turnsAway;
    const job: Job = {
      id: jobs.length + 1,
      state: holds ? 'processing' : 'completed',
      reasons: 'none',
      sheets: holds ? 0 : 1,
      document: Buffer.from(request['data'] as Buffer),
      asked: {
        ...(request['operation-attributes-tag'] as object),
        ...(request['job-attributes-tag'] as object),
      },
    };
    jobs.push(job);
    return { 'job-attributes-tag': jobAttributes(job) };
  }

  function reply(request: Record<string, unknown>): Attributes | string {
    const about = request['operation-attributes-tag'] as { 'job-id'?: number };
    const job = forgets ? undefined : jobs.find(({ id }) => id === about['job-id']);
    switch (request['operation']) {
      case 'Get-Printer-Attributes':
        return { 'printer-attributes-tag': printer() };
      case 'Print-Job':
        return take(request);
      case 'Cancel-Job':
        cancelled += 1;
        if (job?.state !== 'processing') return 'client-error-not-possible';
        [job.state, job.reasons] = ['canceled', 'job-canceled-by-user'];
        return {};
      default:
        return job === undefined ? 'client-error-not-found' : { 'job-attributes-tag': jobAttributes(job) };
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = ipp.parse(await buffer(request)) as Record<string, unknown>;
    if (isWebPage) return void response.end('<html>Please sign in</html>');
    const answered = reply(asked);
    if (vanishes && asked['operation'] === 'Print-Job') return void response.destroy();
    const [statusCode, groups] = typeof answered === 'string' ? [answered, {}] : ['successful-ok', answered];
    const message = { version: '2.0', statusCode, id: 1, 'operation-attributes-tag': OPERATION, ...groups };
    response.end(ipp.serialize(message as unknown as Parameters<typeof ipp.serialize>[0]));
  }

  const server = createServer((request, response) => void serve(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };

  return {
    url: `ipp://127.0.0.1:${port}/ipp/print`,
    jobs,
    describe: (attributes) => void (description = { ...description, ...attributes }),
    say: (said, inState = 'stopped') => void ([reason, state] = [said, inState]),
    hold: () => void (holds = true),
    finish(end, reasons = 'none', sheets = end === 'completed' ? 1 : 0) {
      for (const job of jobs) [job.state, job.reasons, job.sheets] = [end, reasons, sheets];
    },
    turnAway: (status) => void (turnsAway = status),
    vanishOverNextJob: () => void (vanishes = true),
    forgetJobs: () => void (forgets = true),
    becomeWebPage: () => void (isWebPage = true),
    timesCancelled: () => cancelled,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
